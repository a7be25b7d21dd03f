package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Edit;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewDocumentRule;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;

/** A preview's database or role stays when the preview goes. */
public final class RetainedDatabase implements PreviewDocumentRule {
  @Override
  public void checkPreview(Resource resource, Findings out) {
    String field =
        resource.is(GroupKind.DATABASE) ? "databaseReclaimPolicy" : "databaseRoleReclaimPolicy";
    Node policy = resource.at("spec", field);
    if (!NodeValues.text(policy).equals("delete")) {
      List<Edit> fix =
          policy == null && resource.at("spec") instanceof MapNode spec
              ? Edit.addEntry(spec, field + ": delete")
              : List.of();
      Node at = policy == null ? resource.nearest("spec", field) : policy;
      out.add(
          at,
          policy == null
              ? "`" + field + "` is `retain` where it is not set"
              : "`" + field + "` is `" + NodeValues.text(policy) + "`",
          fix);
    }
  }
}
