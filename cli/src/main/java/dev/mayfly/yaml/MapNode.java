package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A map, in the order it was written. */
public record MapNode(List<Entry> entries, Location location) implements Node {
  /** One key with its value. */
  public record Entry(ScalarNode key, Node value) {
    /** A key that nobody wrote, at the place of its value; always text. */
    public static Entry of(String key, Node value) {
      return new Entry(new ScalarNode(key, false, value.location()), value);
    }
  }

  /** The value of a key, or null. */
  public @Nullable Node get(String key) {
    Entry entry = entry(key);
    return entry == null ? null : entry.value();
  }

  /** The entry of a key, or null. */
  public @Nullable Entry entry(String key) {
    // By index: it is the innermost loop of everything, and an iterator each would be made.
    int length = key.length();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      String text = entry.key().text();
      if (text.length() == length && text.equals(key)) {
        return entry;
      }
    }
    return null;
  }

  /** This with an entry in place of the one of the same key, whose key stays, or at the end. */
  public MapNode with(Entry entry) {
    List<Entry> changed = new ArrayList<>(entries);
    changed.replaceAll(old ->
        old.key().text().equals(entry.key().text()) ? new Entry(old.key(), entry.value()) : old);
    if (!has(entry.key().text())) {
      changed.add(entry);
    }
    return new MapNode(changed, location);
  }

  public MapNode with(String key, Node value) {
    return with(Entry.of(key, value));
  }

  /** The same under a path of keys; maps on the way are made where they are missing. */
  public MapNode with(List<String> path, Node value) {
    String key = path.getFirst();
    if (path.size() == 1) {
      return with(key, value);
    }
    MapNode below =
        get(key) instanceof MapNode map ? map : new MapNode(List.of(), value.location());
    return with(key, below.with(path.subList(1, path.size()), value));
  }

  /** The same keys with what becomes of each value. */
  public <X extends Exception> MapNode changed(Change<X> change) throws X {
    List<Entry> changed = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      changed.add(new Entry(entry.key(), change.of(entry.value())));
    }
    return new MapNode(changed, location);
  }

  public MapNode without(String key) {
    return new MapNode(
        entries.stream().filter(entry -> !entry.key().text().equals(key)).toList(), location);
  }

  /** The key of the deepest entry that is there on the way down a path; null where none is. */
  public @Nullable ScalarNode nearestKey(String... path) {
    @Nullable ScalarNode key = null;
    Node node = this;
    for (String step : path) {
      Entry entry = node instanceof MapNode map ? map.entry(step) : null;
      if (entry == null) {
        return key;
      }
      key = entry.key();
      node = entry.value();
    }
    return key;
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
