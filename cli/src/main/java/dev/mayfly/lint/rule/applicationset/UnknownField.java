package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ArgoFields;
import dev.mayfly.lint.view.SetView;

/** An ApplicationSet has a field that does not exist. */
public final class UnknownField implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    for (ArgoFields.Unknown unknown : ArgoFields.unknown(set.resource())) {
      String name = unknown.key().text();
      out.add(
          unknown.key(),
          "`%s` is no field here; %s".formatted(name, NearMiss.hint(name, unknown.allowed())));
    }
  }
}
