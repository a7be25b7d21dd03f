package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import java.util.stream.Stream;

/** A deny rule beside an allow rule permits everything else. */
public final class DenyRuleAllows implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    List<MapNode> destinations = resource.mapsAt("spec", "destinations");
    for (String field : List.of("server", "name", "namespace")) {
      deny(destinations.stream().flatMap(it -> Stream.ofNullable(it.get(field))).toList(), out);
    }
    deny(resource.textsAt("spec", "sourceRepos"), out);
  }

  /** Beside `*` a deny rule does what it says: it takes something away from everything. */
  private static void deny(List<? extends Node> rules, Findings out) {
    if (rules.stream().anyMatch(rule -> NodeValues.text(rule).equals("*"))) {
      return;
    }
    for (Node rule : rules) {
      if (NodeValues.text(rule).startsWith("!")) {
        out.add(
            rule,
            "everything that is not `" + NodeValues.text(rule).substring(1) + "` is permitted");
      }
    }
  }
}
