package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.ArgoFields;
import java.util.Set;

/** An Application or AppProject has a field that does not exist. */
public final class UnknownArgoField implements DocumentRule {
  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.APPLICATION, GroupKind.PROJECT);
  }

  @Override
  public void check(Resource resource, Findings out) {
    for (ArgoFields.Unknown unknown : ArgoFields.unknown(resource)) {
      String name = unknown.key().text();
      out.add(
          unknown.key(),
          "`%s` is no field here; %s".formatted(name, NearMiss.hint(name, unknown.allowed())));
    }
  }
}
