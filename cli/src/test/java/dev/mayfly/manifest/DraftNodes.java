package dev.mayfly.manifest;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.manifest.YamlDraft.Raw;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Drafts as the reader gives them, but for the positions. Of thousands that differ in one value,
 * each value is read once.
 */
final class DraftNodes {
  private static final Location NOWHERE = Location.ofFile("draft.yaml");

  private final Map<Raw, Node> read = new HashMap<>();

  Node of(YamlDraft draft) {
    return of(draft.root());
  }

  private Node of(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          new MapNode(
              map.entrySet().stream()
                  .map(entry ->
                      new MapNode.Entry(
                          new ScalarNode((String) entry.getKey(), false, NOWHERE),
                          of(entry.getValue())))
                  .toList(),
              NOWHERE);
      case List<?> list -> new ListNode(list.stream().map(this::of).toList(), NOWHERE);
      case Raw raw -> read.computeIfAbsent(raw, DraftNodes::read);
      default -> throw new IllegalStateException("no draft: " + value);
    };
  }

  /** A value where every value of a draft stands: in brackets. */
  private static Node read(Raw raw) {
    byte[] list = ("[" + raw.text() + "]").getBytes(StandardCharsets.UTF_8);
    Node read = new YamlReader(Budget.ADMIN).read("draft.yaml", list).single(Fault.CONFIGURATION);
    List<Node> items = ((ListNode) read).items();
    if (items.size() != 1) {
      throw new IllegalStateException("not one value: " + raw);
    }
    return items.getFirst();
  }
}
