package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A deny rule beside an allow rule permits everything else. */
public final class DenyRuleAllows implements DocumentRule {
  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.PROJECT);
  }

  @Override
  public void check(Resource resource, Findings out) {
    List<MapNode> destinations = Fields.maps(resource.at("spec", "destinations"));
    for (String field : List.of("server", "name", "namespace")) {
      List<Node> rules = new ArrayList<>();
      destinations.forEach(it -> add(it.get(field), rules));
      deny(rules, out);
    }
    deny(List.copyOf(Fields.texts(resource.at("spec", "sourceRepos"))), out);
  }

  private static void add(@Nullable Node rule, List<Node> rules) {
    if (rule != null) {
      rules.add(rule);
    }
  }

  /** Beside `*` a deny rule does what it says: it takes something away from everything. */
  private static void deny(List<Node> rules, Findings out) {
    if (rules.stream().anyMatch(rule -> Fields.text(rule).equals("*"))) {
      return;
    }
    for (Node rule : rules) {
      if (Fields.text(rule).startsWith("!")) {
        out.add(
            rule, "everything that is not `" + Fields.text(rule).substring(1) + "` is permitted");
      }
    }
  }
}
