package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.NodeValues;
import java.util.List;

/** A filter without a condition lets every pull request through. */
public final class EmptyFilter implements FilterRule {
  private static final List<String> CONDITIONS =
      List.of("branchMatch", "targetBranchMatch", "titleMatch");

  @Override
  public void check(MapNode filter, Findings out) {
    if (CONDITIONS.stream().noneMatch(it -> NodeValues.isSet(filter.get(it)))) {
      out.add(filter, "it has none of `" + String.join("`, `", CONDITIONS) + "`");
    }
  }
}
