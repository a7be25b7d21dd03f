package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a field of {@code mayfly.yaml} stands, or the nearest part above it that was written.
 */
record SourcePositions(Node document) {

  /** The place of {@code spec} and then the given steps; a step is a key or an index of a list. */
  Location of(Object... steps) {
    Node spec = document.at("spec");
    Node node = spec == null ? document : spec;
    for (Object step : steps) {
      Node next = next(node, step);
      if (next == null) {
        return node.location();
      }
      node = next;
    }
    return node.location();
  }

  private static @Nullable Node next(Node node, Object step) {
    if (step instanceof Integer index) {
      return node instanceof ListNode list ? list.items().get(index) : null;
    }
    return node.at((String) step);
  }
}
