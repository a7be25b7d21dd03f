package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A repository that cannot be seen deletes all its previews. */
public final class NotFoundMeansEmpty implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    for (Generator generator : set.pullRequests()) {
      Node lenient = generator.body().get("continueOnRepoNotFoundError");
      if (lenient != null && NodeValues.isTrue(lenient)) {
        out.add(lenient, "`continueOnRepoNotFoundError` is `true`");
      }
    }
  }
}
