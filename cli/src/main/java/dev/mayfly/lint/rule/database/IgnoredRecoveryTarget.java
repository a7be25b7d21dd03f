package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.NodeValues;

/** A recovery target that has no effect. */
public final class IgnoredRecoveryTarget implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    boolean target =
        NodeValues.isSet(resource.at("spec", "bootstrap", "recovery", "recoveryTarget"));
    boolean snapshots =
        NodeValues.isSet(resource.at("spec", "bootstrap", "recovery", "volumeSnapshots"));
    boolean source = NodeValues.isSet(resource.at("spec", "bootstrap", "recovery", "source"));
    if (target && snapshots && !source) {
      out.add(
          resource.nearest("spec", "bootstrap", "recovery", "recoveryTarget"),
          "`recoveryTarget` stands beside `volumeSnapshots` without `source`");
    }
  }
}
