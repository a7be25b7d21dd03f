package dev.mayfly.yaml;

import java.util.Map;

/**
 * YAML 1.1's merge key. Entries count unless written out; to Go's reader unless written out behind
 * it (go.yaml.in/yaml/v2, {@code decode.go}). The first of several maps is stronger than the next.
 */
final class MergeKeys {
  private MergeKeys() {}

  static void add(Node value, Map<String, MapNode.Entry> entries, boolean asGo) {
    if (value instanceof ListNode list) {
      for (Node item : asGo ? list.items().reversed() : list.items()) {
        add(item instanceof ListNode ? ScalarNode.of("", item.location()) : item, entries, asGo);
      }
    } else if (value instanceof MapNode map) {
      for (MapNode.Entry merged : map.entries()) {
        String key = merged.key().text();
        entries.compute(key, (name, old) -> old == null || asGo ? merged : old);
      }
    } else if (asGo) {
      throw new RefusedInput("yaml-syntax", value.location(), "only maps can be merged");
    }
  }
}
