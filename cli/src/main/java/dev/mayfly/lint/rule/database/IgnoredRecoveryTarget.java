package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** A recovery target that has no effect. */
public final class IgnoredRecoveryTarget implements DocumentRule {
  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.CLUSTER);
  }

  @Override
  public void check(Resource resource, Findings out) {
    Node target = resource.at("spec", "bootstrap", "recovery", "recoveryTarget");
    boolean snapshots =
        Fields.isSet(resource.at("spec", "bootstrap", "recovery", "volumeSnapshots"));
    boolean source = Fields.isSet(resource.at("spec", "bootstrap", "recovery", "source"));
    if (target != null && Fields.isSet(target) && snapshots && !source) {
      out.add(target, "without `source` the target is ignored");
    }
  }
}
