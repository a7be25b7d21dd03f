package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.PullRequestFilter;
import dev.mayfly.lint.Findings;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.NodeValues;
import java.util.Set;

/** A filter without a condition lets every pull request through. */
public final class EmptyFilter implements FilterRule {
  private static final Set<String> CONDITIONS = PullRequestFilter.conditions();

  @Override
  public void check(MapNode filter, Findings out) {
    if (CONDITIONS.stream().noneMatch(it -> NodeValues.isSet(filter.get(it)))) {
      out.add(filter, "it has none of `" + String.join("`, `", CONDITIONS) + "`");
    }
  }
}
