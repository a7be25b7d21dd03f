package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import java.util.Optional;

/** Pull requests against any branch get a preview. */
public final class AnyTargetBranch implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    for (Generator generator : set.pullRequests()) {
      List<MapNode> filters = generator.body().mapsAt("filters");
      Optional<MapNode> open =
          filters.stream().filter(it -> !NodeValues.isSet(it.get("targetBranchMatch"))).findFirst();
      if (filters.isEmpty()) {
        MapNode.Entry at = generator.body().entry("filters");
        out.add(at == null ? generator.key() : at.key(), "no filter has a `targetBranchMatch`");
      } else if (open.isPresent()) {
        out.add(open.get(), "this filter has no `targetBranchMatch`");
      }
    }
  }
}
