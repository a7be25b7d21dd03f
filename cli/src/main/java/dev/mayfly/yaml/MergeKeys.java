package dev.mayfly.yaml;

import java.util.List;

/** YAML 1.1's merge key, which Kubernetes' reader honours: entries count unless written out. */
final class MergeKeys {
  private MergeKeys() {}

  static void add(Node value, List<MapNode.Entry> entries) {
    if (value instanceof ListNode list) {
      list.items().forEach(item -> add(item, entries));
    } else if (value instanceof MapNode map) {
      for (MapNode.Entry merged : map.entries()) {
        if (entries.stream().noneMatch(e -> e.key().text().equals(merged.key().text()))) {
          entries.add(merged);
        }
      }
    }
  }
}
