package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deny rule beside an allow rule permits everything else. */
public final class DenyRuleAllows implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    List<MapNode> destinations = resource.mapsAt("spec", "destinations");
    for (String field : List.of("server", "name", "namespace")) {
      List<Node> rules = new ArrayList<>();
      destinations.forEach(it -> add(it.get(field), rules));
      deny(rules, out);
    }
    deny(List.copyOf(resource.textsAt("spec", "sourceRepos")), out);
  }

  private static void add(@Nullable Node rule, List<Node> rules) {
    if (rule != null) {
      rules.add(rule);
    }
  }

  /** Beside `*` a deny rule does what it says: it takes something away from everything. */
  private static void deny(List<Node> rules, Findings out) {
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
