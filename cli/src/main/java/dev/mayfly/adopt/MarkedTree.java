package dev.mayfly.adopt;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;

/** What the probes made of one template, as one tree with marks where it depends on them. */
final class MarkedTree {
  private MarkedTree() {}

  /** One tree of as many as there are probes; what only some of them have is as in the first. */
  static Node of(List<Node> made) {
    Node first = made.getFirst();
    return switch (first) {
      case ScalarNode scalar -> scalar(scalar, made);
      case ListNode list -> {
        List<Node> items = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
          int at = i;
          boolean all =
              made.stream().allMatch(n -> n instanceof ListNode l && l.items().size() > at);
          items.add(
              all
                  ? of(made.stream().map(n -> ((ListNode) n).items().get(at)).toList())
                  : list.items().get(i));
        }
        yield new ListNode(items, list.location());
      }
      case MapNode map -> {
        List<MapNode.Entry> entries = new ArrayList<>();
        for (int i = 0; i < map.entries().size(); i++) {
          entries.add(entry(map, i, made));
        }
        yield new MapNode(entries, map.location());
      }
    };
  }

  /** Keys that hold facts differ, so where all have as many, they are told by their place. */
  private static MapNode.Entry entry(MapNode map, int index, List<Node> made) {
    MapNode.Entry own = map.entries().get(index);
    List<MapNode.Entry> others = new ArrayList<>();
    for (Node node : made) {
      if (node instanceof MapNode other) {
        boolean same = other.entries().size() == map.entries().size();
        boolean placed = same && isKey(other.entries().get(index), own.key().text());
        MapNode.Entry named = placed ? other.entries().get(index) : other.entry(own.key().text());
        if (named != null || same) {
          others.add(named != null ? named : other.entries().get(index));
        }
      }
    }
    if (others.size() < made.size()) {
      return own;
    }
    Node key = of(others.stream().<Node>map(MapNode.Entry::key).toList());
    Node value = of(others.stream().map(MapNode.Entry::value).toList());
    return new MapNode.Entry(key instanceof ScalarNode scalar ? scalar : own.key(), value);
  }

  private static boolean isKey(MapNode.Entry entry, String key) {
    return entry.key().text().equals(key);
  }

  private static ScalarNode scalar(ScalarNode first, List<Node> made) {
    List<String[]> lines = new ArrayList<>();
    for (Node node : made) {
      lines.add(node instanceof ScalarNode scalar ? scalar.text().split("\n", -1) : new String[0]);
    }
    int count = lines.getFirst().length;
    if (lines.stream().anyMatch(l -> l.length != count)) {
      return new ScalarNode("" + Marks.UNKNOWN, false, first.location());
    }
    List<String> marked = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int at = i;
      marked.add(line(lines.stream().map(l -> l[at]).toList()));
    }
    return new ScalarNode(String.join("\n", marked), first.plain(), first.location());
  }

  private static String line(List<String> made) {
    if (made.stream().distinct().count() == 1) {
      return made.getFirst();
    }
    String marked = Probe.ALL.getFirst().marked(made.getFirst());
    boolean explained = true;
    for (int i = 0; i < made.size(); i++) {
      explained &= Probe.ALL.get(i).filled(marked).equals(made.get(i));
    }
    return explained ? marked : around(made);
  }

  /** What all have before and after that which is not understood. */
  private static String around(List<String> made) {
    String first = made.getFirst();
    int shortest = made.stream().mapToInt(String::length).min().orElse(0);
    int before = 0;
    while (before < shortest && agree(made, before, true)) {
      before++;
    }
    int after = 0;
    while (after < shortest - before && agree(made, after, false)) {
      after++;
    }
    return first.substring(0, before) + Marks.UNKNOWN + first.substring(first.length() - after);
  }

  private static boolean agree(List<String> made, int offset, boolean fromStart) {
    return made.stream()
            .map(t -> t.charAt(fromStart ? offset : t.length() - 1 - offset))
            .distinct()
            .count()
        == 1;
  }
}
