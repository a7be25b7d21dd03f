package dev.mayfly.template;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The values a template may name, by dotted key. A template must use every value that was put in
 * for it; the facts that every template shares lie in a parent scope and may stay unused.
 */
public final class Scope {
  private final Map<String, Value> values = new LinkedHashMap<>();
  private final @Nullable Scope shared;

  public Scope() {
    this(null);
  }

  public Scope(@Nullable Scope shared) {
    this.shared = shared;
  }

  public Scope put(String key, Value value) {
    if (values.putIfAbsent(key, value) != null) {
      throw new IllegalStateException("the value " + key + " is put in twice");
    }
    return this;
  }

  public Scope put(String key, String literal) {
    return put(key, Value.of(literal));
  }

  public Scope put(String key, Text text) {
    return put(key, Value.of(text));
  }

  @Nullable Value get(String key) {
    Value value = values.get(key);
    return value == null && shared != null ? shared.get(key) : value;
  }

  /** All keys that can be named. */
  public Set<String> keys() {
    Set<String> keys = new TreeSet<>(values.keySet());
    if (shared != null) {
      keys.addAll(shared.keys());
    }
    return keys;
  }

  /** The values of this scope that are not among the used ones, in the order they were put in. */
  Set<String> unused(Set<String> used) {
    Set<String> unused = new LinkedHashSet<>(values.keySet());
    unused.removeAll(used);
    return unused;
  }
}
