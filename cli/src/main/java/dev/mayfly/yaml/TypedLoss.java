package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Where a document and what a typed model kept of it part. */
final class TypedLoss {
  private TypedLoss() {}

  /** The outermost places whose value is gone or another one. */
  static List<Location> places(Node document, JsonNode written, JsonNode kept) {
    List<Location> places = new ArrayList<>();
    compare(document, document.location(), written, kept, places);
    return places;
  }

  /** Where the value stands that a model refused, or the key that it does not know. */
  static Location place(Node document, JacksonException refusal) {
    Node node = document;
    Location at = document.location();
    boolean unknown = refusal instanceof UnrecognizedPropertyException;
    for (JacksonException.Reference step : refusal.getPath()) {
      String key = step.getPropertyName();
      switch (node) {
        case MapNode map when key != null && map.entry(key) instanceof MapNode.Entry entry -> {
          node = entry.value();
          boolean value = node instanceof ScalarNode && !unknown;
          at = value ? node.location() : entry.key().location();
        }
        case ListNode list when step.getIndex() >= 0 && step.getIndex() < list.items().size() -> {
          node = list.items().get(step.getIndex());
          at = node.location();
        }
        default -> {
          return at;
        }
      }
    }
    return at;
  }

  private static void compare(
      Node node, Location at, JsonNode written, @Nullable JsonNode kept, List<Location> places) {
    if (kept != null && written.equals(TypedLoss::compareNumbers, kept)) {
      return;
    }
    if (node instanceof MapNode map && kept != null && kept.isObject()) {
      for (MapNode.Entry entry : map.entries()) {
        String key = entry.key().text();
        compare(entry.value(), entry.key().location(), written.get(key), kept.get(key), places);
      }
    } else if (node instanceof ListNode list
        && kept != null
        && kept.isArray()
        && kept.size() == written.size()) {
      for (int i = 0; i < list.items().size(); i++) {
        Node item = list.items().get(i);
        compare(item, item.location(), written.get(i), kept.get(i), places);
      }
    } else {
      places.add(at);
    }
  }

  private static int compareNumbers(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue());
    }
    return one.equals(other) ? 0 : 1;
  }
}
