package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Set;

/** An annotation or setting takes the operator's guard away. */
public final class UnguardedCluster implements DocumentRule {
  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.CLUSTER);
  }

  @Override
  public void check(Resource resource, Findings out) {
    boolean preview = PreviewScope.isPreview(resource);
    Node validation = resource.at("metadata", "annotations", "cnpg.io/validation");
    if (validation != null && Fields.text(validation).equals("disabled")) {
      out.add(validation, "validation by the operator is switched off");
    }
    for (String key : List.of("cnpg.io/podPatch", "cnpg.io/reconciliationLoop")) {
      Node value = resource.at("metadata", "annotations", key);
      if (value != null && preview) {
        out.add(value, "`" + key + "` has no place in a preview");
      }
    }
    Node superuser = resource.at("spec", "enableSuperuserAccess");
    if (superuser != null && preview && Fields.isTrue(superuser)) {
      out.add(superuser, "a preview gets the superuser's password");
    }
  }
}
