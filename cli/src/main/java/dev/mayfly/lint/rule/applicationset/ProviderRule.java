package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.ScalarNode;

/** A rule about each forge that a pull-request generator asks. */
interface ProviderRule extends SetRule {
  @Override
  default void check(SetView set, Findings out) {
    for (Generator generator : set.pullRequests()) {
      for (MapNode.Entry provider : generator.providers()) {
        if (provider.value() instanceof MapNode body) {
          check(generator, provider.key(), body, out);
        }
      }
    }
  }

  /**
   * @param forge the key that names it, such as {@code gitlab}
   */
  void check(Generator generator, ScalarNode forge, MapNode body, Findings out);
}
