package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import java.util.List;

/** A list. */
public record ListNode(List<Node> items, Location location) implements Node {
  @Override
  public String describe() {
    return "a list";
  }
}
