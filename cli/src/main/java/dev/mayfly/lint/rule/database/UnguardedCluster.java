package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;

/** An annotation or setting takes the operator's guard away. */
public final class UnguardedCluster implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    boolean preview = PreviewScope.isPreview(resource);
    Node validation = resource.at("metadata", "annotations", "cnpg.io/validation");
    if (validation != null && NodeValues.text(validation).equals("disabled")) {
      out.add(validation, "`cnpg.io/validation` is `disabled`");
    }
    for (String key : List.of("cnpg.io/podPatch", "cnpg.io/reconciliationLoop")) {
      Node value = resource.at("metadata", "annotations", key);
      if (value != null && preview) {
        out.add(value, "`" + key + "` is set on a preview");
      }
    }
    Node superuser = resource.at("spec", "enableSuperuserAccess");
    if (superuser != null && preview && NodeValues.isTrue(superuser)) {
      out.add(superuser, "`enableSuperuserAccess` is `true` on a preview");
    }
  }
}
