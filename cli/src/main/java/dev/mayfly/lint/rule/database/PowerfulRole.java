package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A preview gets a role that reaches other databases. */
public final class PowerfulRole implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "SH008",
          "powerful-role",
          Severity.ERROR,
          "a preview gets a role that reaches other databases",
          """
          On a shared server a superuser, a role that may create roles, or a member of `pg_*`
          roles reads and changes what belongs to others.
          """,
          "leave the rights out",
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: DatabaseRole
          metadata: {name: shop-pr-17, namespace: databases}
          spec: {cluster: {name: shared-pg}, name: shop_pr_17, superuser: true}
          """,
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: DatabaseRole
          metadata: {name: shop-pr-17, namespace: databases}
          spec: {cluster: {name: shared-pg}, name: shop_pr_17, login: true}
          """);

  private static final List<String> RIGHTS =
      List.of("superuser", "createrole", "replication", "bypassrls");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.DATABASE_ROLE, GroupKind.CLUSTER);
  }

  @Override
  public void check(Resource resource, Findings out) {
    if (!PreviewScope.isPreview(resource)) {
      return;
    }
    List<MapNode> roles = new ArrayList<>(Fields.maps(resource.at("spec", "managed", "roles")));
    if (resource.is(GroupKind.DATABASE_ROLE) && resource.at("spec") instanceof MapNode spec) {
      roles.add(spec);
    }
    for (MapNode role : roles) {
      for (String right : RIGHTS) {
        Node value = role.get(right);
        if (value != null && Fields.isTrue(value)) {
          out.add(value, "the role has `" + right + "`");
        }
      }
      for (ScalarNode group : Fields.texts(role.get("inRoles"))) {
        if (group.text().startsWith("pg_") || group.text().equals("postgres")) {
          out.add(group, "the role is a member of `" + group.text() + "`");
        }
      }
    }
  }
}
