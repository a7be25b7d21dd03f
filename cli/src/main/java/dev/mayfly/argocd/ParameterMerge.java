package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.PluginInput;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Brings parameter sets together (Argo CD, {@code generators/matrix.go} and {@code merge.go}). */
final class ParameterMerge {
  private final Node generator;
  private final boolean goTemplate;
  private final List<String> keys;
  private @Nullable SortedMap<String, GoValue.Entries> base;

  ParameterMerge(Node generator, boolean goTemplate) throws GeneratorStop {
    this.generator = generator;
    this.goTemplate = goTemplate;
    this.keys = generator.stringsAt("mergeKeys");
    if (keys.isEmpty()) {
      throw GeneratorStop.stall(generator.location(), "a merge needs `mergeKeys`");
    }
  }

  /** Sets of the first generator stay; those of the others override where their keys agree. */
  void add(List<GoValue.Entries> sets) throws GeneratorStop {
    SortedMap<String, GoValue.Entries> byKey = new TreeMap<>();
    for (GoValue.Entries set : sets) {
      if (byKey.put(keyOf(set), set) != null) {
        throw GeneratorStop.stall(
            generator.location(), "two parameter sets of one generator share their merge keys");
      }
    }
    if (base == null) {
      base = byKey;
      return;
    }
    SharedMaps shared = SharedMaps.of(base.values());
    for (Map.Entry<String, GoValue.Entries> entry : base.entrySet()) {
      GoValue.Entries override = byKey.get(entry.getKey());
      if (override != null) {
        if (goTemplate) {
          shared.requireOwn(entry.getValue(), override, generator);
        }
        entry.setValue(
            goTemplate
                ? overridden(entry.getValue(), override, generator)
                : shallow(entry.getValue(), override));
      }
    }
  }

  /** Sorted by key; the controller's order is that of a Go map. */
  List<GoValue.Entries> result() {
    return base == null ? List.of() : List.copyOf(base.values());
  }

  private String keyOf(GoValue.Entries set) {
    StringBuilder key = new StringBuilder();
    for (String name : keys) {
      append(key, set.values().getOrDefault(name, GoValue.NIL));
    }
    return key.toString();
  }

  /** Keys agree where their JSON does, so that it does not count who made a list. */
  private static void append(StringBuilder key, GoValue value) {
    switch (value) {
      case GoValue.Items(List<GoValue> items, String ignored) -> {
        key.append('[');
        items.forEach(item -> append(key, item));
        key.append(']');
      }
      case GoValue.Entries(SortedMap<String, GoValue> entries, boolean ignored) -> {
        key.append('{');
        entries.forEach((name, inner) -> {
          key.append(name).append('\0');
          append(key, inner);
        });
        key.append('}');
      }
      default -> key.append(value.type()).append(' ').append(value.printed()).append('\0');
    }
  }

  private static GoValue.Entries shallow(GoValue.Entries set, GoValue.Entries override) {
    SortedMap<String, GoValue> all = new TreeMap<>(set.values());
    all.putAll(override.values());
    return GoValue.map(all);
  }

  /**
   * Maps are merged level by level; any other value replaces the old one, also an empty one or
   * null. What is no string cannot get into a {@code map[string]string}, where Argo CD panics
   * (dario.cat/mergo v1.0.2, as {@code matrix.go} and {@code merge.go} call it).
   */
  static GoValue.Entries overridden(GoValue.Entries set, GoValue.Entries override, Node generator)
      throws GeneratorStop {
    SortedMap<String, GoValue> all = new TreeMap<>(set.values());
    for (Map.Entry<String, GoValue> entry : override.values().entrySet()) {
      String key = entry.getKey();
      GoValue value = entry.getValue();
      if (all.get(key) instanceof GoValue.Entries a && value instanceof GoValue.Entries b) {
        if (a.ofText() && !b.ofText() && !b.values().isEmpty()) {
          throw GeneratorStop.stall(
              generator.location(),
              "a list's or file's "
                  + MessageText.quoted(key)
                  + " over a generator's own makes Argo CD panic");
        }
        all.put(key, overridden(a, b, generator));
      } else {
        GoValue old = all.put(key, value);
        if (value instanceof PluginInput && old != null && !old.equals(value)) {
          throw GeneratorStop.unverifiable(
              generator.location(),
              "how the inputs of two plugins become one is not known here",
              "give both the same");
        }
      }
    }
    return new GoValue.Entries(all, set.ofText());
  }

  /** Without Go templates two sets may not disagree. */
  static GoValue.Entries combined(GoValue.Entries one, GoValue.Entries other, Node generator)
      throws GeneratorStop {
    SortedMap<String, GoValue> all = new TreeMap<>();
    one.values().forEach((key, value) -> all.put(key, GoValue.of(value.printed())));
    for (Map.Entry<String, GoValue> entry : other.values().entrySet()) {
      GoValue value = GoValue.of(entry.getValue().printed());
      GoValue old = all.put(entry.getKey(), value);
      if (old != null && !old.equals(value)) {
        throw GeneratorStop.stall(
            generator.location(),
            "both generators give "
                + MessageText.quoted(entry.getKey())
                + ", with different values");
      }
    }
    return GoValue.map(all);
  }
}
