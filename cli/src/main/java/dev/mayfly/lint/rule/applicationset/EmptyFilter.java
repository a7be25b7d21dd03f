package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.MapNode;
import java.util.List;

/** A filter without a condition lets every pull request through. */
public final class EmptyFilter implements SetRule {
  private static final List<String> CONDITIONS =
      List.of("branchMatch", "targetBranchMatch", "titleMatch");

  @Override
  public void check(SetView set, Findings out) {
    for (Generator generator : set.pullRequests()) {
      for (MapNode filter : Fields.maps(generator.body().get("filters"))) {
        if (CONDITIONS.stream().noneMatch(it -> Fields.isSet(filter.get(it)))) {
          out.add(filter, "this filter matches every pull request");
        }
      }
    }
  }
}
