package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.MapNode;

/** A rule about each filter of a pull-request generator; filters are alternatives. */
interface FilterRule extends SetRule {
  @Override
  default void check(SetView set, Findings out) {
    set.pullRequests().forEach(it -> it.body().mapsAt("filters").forEach(each -> check(each, out)));
  }

  void check(MapNode filter, Findings out);
}
