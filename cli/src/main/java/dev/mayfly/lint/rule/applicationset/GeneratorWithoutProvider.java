package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;

/** A pull-request generator names no forge, or two. */
public final class GeneratorWithoutProvider implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    for (Generator generator : set.pullRequests()) {
      int providers = generator.providers().size();
      if (providers == 0) {
        out.add(generator.key(), "no field of `pullRequest` is one such as `github` or `gitlab`");
      } else if (providers > 1) {
        out.add(
            generator.providers().get(1).key(),
            "`%s` is used and `%s` is not"
                .formatted(
                    generator.providers().getFirst().key().text(),
                    generator.providers().get(1).key().text()));
      }
    }
  }
}
