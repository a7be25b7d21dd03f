package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import org.jspecify.annotations.Nullable;

/**
 * A null among the values of a template never reaches Helm: what Argo CD copies of a template lacks
 * the entries of maps that are null (v3.5.1 {@code applicationset/utils/utils.go}, {@code
 * deeplyReplace}).
 */
public final class DroppedNull implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    set.applications().stream()
        .flatMap(it -> it.sources().stream())
        .forEach(it -> look(it.at("helm", "valuesObject"), out));
  }

  private static void look(@Nullable Node node, Findings out) {
    switch (node) {
      case MapNode map -> {
        for (MapNode.Entry entry : map.entries()) {
          if (entry.value() instanceof ScalarNode scalar && scalar.isNull()) {
            out.add(entry.key(), "`" + entry.key().text() + "` is null and is left out");
          } else {
            look(entry.value(), out);
          }
        }
      }
      case ListNode list -> list.items().forEach(it -> look(it, out));
      case ScalarNode ignored -> {}
      case null -> {}
    }
  }
}
