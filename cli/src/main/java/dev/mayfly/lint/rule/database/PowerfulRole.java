package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewDocumentRule;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;

/** A preview gets a role that reaches other databases. */
public final class PowerfulRole implements PreviewDocumentRule {
  private static final List<String> RIGHTS =
      List.of("superuser", "createrole", "replication", "bypassrls");

  @Override
  public void checkPreview(Resource resource, Findings out) {
    List<MapNode> roles = new ArrayList<>(resource.mapsAt("spec", "managed", "roles"));
    if (resource.is(GroupKind.DATABASE_ROLE) && resource.at("spec") instanceof MapNode spec) {
      roles.add(spec);
    }
    for (MapNode role : roles) {
      for (String right : RIGHTS) {
        Node value = role.get(right);
        if (value != null && NodeValues.isTrue(value)) {
          out.add(value, "`%s` has `%s`".formatted(role.textOrEmpty("name"), right));
        }
      }
      for (ScalarNode group : role.textsAt("inRoles")) {
        if (group.text().startsWith("pg_") || group.text().equals("postgres")) {
          out.add(
              group, "`%s` is a member of `%s`".formatted(role.textOrEmpty("name"), group.text()));
        }
      }
    }
  }
}
