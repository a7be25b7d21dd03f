package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** An ApplicationSet generates nothing, which deletes what it had. */
public final class EmptySet implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    Node generators = set.resource().at("spec", "generators");
    if (generators instanceof ListNode list && list.items().isEmpty()) {
      out.add(list, "`generators` is empty");
    }
    for (MapNode entry : NodeValues.maps(generators)) {
      if (entry.keys().stream().allMatch(key -> key.equals("selector"))) {
        out.add(entry, "an entry of `generators` names none");
      }
    }
  }
}
