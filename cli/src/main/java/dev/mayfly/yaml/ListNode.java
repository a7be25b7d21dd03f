package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import java.util.ArrayList;
import java.util.List;

/** A list. */
public record ListNode(List<Node> items, Location location) implements Node {
  /** The items of a document that has to be a list. */
  public static List<Node> items(Node document, Problems problems) {
    if (document instanceof ListNode list) {
      return list.items();
    }
    problems.error(
        "wrong-type", document.location(), "expected a list, found " + document.describe());
    return List.of();
  }

  /** A list of what becomes of each item. */
  public <X extends Exception> ListNode changed(Change<X> change) throws X {
    List<Node> changed = new ArrayList<>(items.size());
    for (Node item : items) {
      changed.add(change.of(item));
    }
    return new ListNode(changed, location);
  }

  @Override
  public String describe() {
    return "a list";
  }
}
