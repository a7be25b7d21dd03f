package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import java.util.HashMap;
import java.util.Map;

/** The anchors of one document and the count of nodes, where an alias costs what it expands to. */
final class Anchors {
  private record Anchored(Node node, int size) {}

  private final Budget budget;
  private final Map<String, Anchored> byName = new HashMap<>();
  private int nodes;

  Anchors(Budget budget) {
    this.budget = budget;
  }

  void clear() {
    byName.clear();
  }

  int nodes() {
    return nodes;
  }

  void count(Location location) {
    add(1, location);
  }

  void define(String name, Node node, int size) {
    byName.put(name, new Anchored(node, size));
  }

  Node resolve(String name, Location location) {
    Anchored anchored = byName.get(name);
    if (anchored == null) {
      throw new RefusedInput(
          "unknown-alias",
          location,
          "unknown alias `" + name + "`: no complete anchor of this name stands above");
    }
    add(anchored.size(), location);
    return anchored.node();
  }

  private void add(int count, Location location) {
    nodes += count;
    if (nodes > budget.nodes()) {
      throw new RefusedInput(
          "too-many-nodes", location, "more than " + budget.nodes() + " values in one file");
    }
  }
}
