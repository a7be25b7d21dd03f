package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a field of {@code mayfly.yaml} stands, or the nearest part above it that was written.
 */
record SourcePositions(Node start) {
  /** Those of all that stands in {@code spec}. */
  static SourcePositions ofSpec(Node document) {
    Node spec = document.at("spec");
    return new SourcePositions(spec == null ? document : spec);
  }

  /** The place under the given steps; a step is a key or an index of a list. */
  Location of(Object... steps) {
    return below(steps).start.location();
  }

  /** The same for what lies below the given steps. */
  SourcePositions below(Object... steps) {
    Node node = start;
    for (Object step : steps) {
      Node next = next(node, step);
      if (next == null) {
        break;
      }
      node = next;
    }
    return new SourcePositions(node);
  }

  private static @Nullable Node next(Node node, Object step) {
    if (step instanceof Integer index) {
      return node instanceof ListNode list ? list.items().get(index) : null;
    }
    return node.at((String) step);
  }
}
