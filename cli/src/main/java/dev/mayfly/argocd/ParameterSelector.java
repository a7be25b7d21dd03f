package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The {@code selector} beside a generator (Argo CD, {@code generator_spec_processor.go}). */
final class ParameterSelector {
  private ParameterSelector() {}

  static boolean matches(@Nullable Node selector, GoValue.Entries parameters) throws GeneratorStop {
    if (selector == null) {
      return true;
    }
    SortedMap<String, String> flat = FlatParameters.of(parameters);
    if (selector.at("matchLabels") instanceof MapNode labels) {
      for (MapNode.Entry label : labels.entries()) {
        if (!(label.value() instanceof ScalarNode value)
            || !value.text().equals(flat.get(label.key().text()))) {
          return false;
        }
      }
    }
    Node expressions = selector.at("matchExpressions");
    for (Node item : expressions instanceof ListNode list ? list.items() : List.<Node>of()) {
      if (!matchesOne(item, flat)) {
        return false;
      }
    }
    return true;
  }

  private static boolean matchesOne(Node item, SortedMap<String, String> flat)
      throws GeneratorStop {
    @Nullable String key = item.textAt("key");
    @Nullable String value = key == null ? null : flat.get(key);
    @Nullable String operator = item.textAt("operator");
    boolean listed =
        item.at("values") instanceof ListNode values
            && values.items().stream()
                .anyMatch(v -> v instanceof ScalarNode s && s.text().equals(value));
    return switch (operator == null ? "" : operator) {
      case "In" -> value != null && listed;
      // As with Kubernetes labels, what is absent is not in the list.
      case "NotIn" -> value == null || !listed;
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      default ->
          throw GeneratorStop.stall(
              item.location(),
              "the selector's operator is none of `In`, `NotIn`, `Exists`, `DoesNotExist`");
    };
  }
}
