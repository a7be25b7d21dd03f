package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A map, in the order it was written. */
public record MapNode(List<Entry> entries, Location location) implements Node {
  /** One key with its value. */
  public record Entry(ScalarNode key, Node value) {}

  /** The value of a key, or null. */
  public @Nullable Node get(String key) {
    Entry entry = entry(key);
    return entry == null ? null : entry.value();
  }

  /** The entry of a key, or null. */
  public @Nullable Entry entry(String key) {
    // By index: it is the innermost loop of everything, and an iterator each would be made.
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.key().text().equals(key)) {
        return entry;
      }
    }
    return null;
  }

  public boolean has(String key) {
    return entry(key) != null;
  }

  public List<String> keys() {
    return entries.stream().map(entry -> entry.key().text()).toList();
  }

  @Override
  public String describe() {
    return "a map";
  }
}
