package dev.mayfly.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;

/** One thing that is added, goes, or is another than it was. */
public record Difference<T>(Kind kind, T what) {
  /** In the order in which people have to look at them. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /** What differs between two maps, by kind of difference and then by key. */
  static <T extends Comparable<T>, V> List<Difference<T>> between(
      SortedMap<T, V> before, SortedMap<T, V> after) {
    List<Difference<T>> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      TreeSet<T> keys = new TreeSet<>(before.keySet());
      keys.addAll(after.keySet());
      for (T key : keys) {
        V old = before.get(key);
        V fresh = after.get(key);
        Kind found = old == null ? Kind.ADDED : fresh == null ? Kind.REMOVED : Kind.CHANGED;
        if (found == kind && !Objects.equals(old, fresh)) {
          all.add(new Difference<>(kind, key));
        }
      }
    }
    return all;
  }
}
