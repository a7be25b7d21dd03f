package dev.mayfly.yaml;

import java.util.Map;

/** YAML 1.1's merge key, which Kubernetes' reader honours: entries count unless written out. */
final class MergeKeys {
  private MergeKeys() {}

  static void add(Node value, Map<String, MapNode.Entry> entries) {
    if (value instanceof ListNode list) {
      list.items().forEach(item -> add(item, entries));
    } else if (value instanceof MapNode map) {
      for (MapNode.Entry merged : map.entries()) {
        entries.putIfAbsent(merged.key().text(), merged);
      }
    }
  }
}
