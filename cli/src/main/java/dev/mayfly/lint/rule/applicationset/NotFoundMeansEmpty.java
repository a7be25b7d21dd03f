package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.Node;

/** A repository that cannot be seen deletes all its previews. */
public final class NotFoundMeansEmpty implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    for (Generator generator : set.generators()) {
      Node lenient = generator.body().get("continueOnRepoNotFoundError");
      if (generator.is("pullRequest") && lenient != null && Fields.isTrue(lenient)) {
        out.add(lenient, "a lost repository empties the set");
      }
    }
  }
}
