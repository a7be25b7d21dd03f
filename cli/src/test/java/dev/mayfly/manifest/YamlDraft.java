package dev.mayfly.manifest;

import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.ScalarType;
import dev.mayfly.yaml.Tree;
import dev.mayfly.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A YAML document that a test rewrites: maps, lists, and scalars as they are written, so that
 * {@code 7}, {@code "7"} and {@code 007} stay apart. Each change gives a new draft.
 */
public record YamlDraft(Object root) {
  /** A scalar's own characters, quotes included. */
  public record Raw(String text) {}

  /** The platform of an example. */
  public static YamlDraft example(String name) {
    try {
      return of(Files.readString(Path.of("examples", name, "mayfly.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static YamlDraft of(String yaml) {
    return new YamlDraft(objectOf(yaml));
  }

  /**
   * The draft with another value; a path is keys and indices with dots, a key may hold {@code ~1}
   * for a dot.
   */
  public YamlDraft with(String path, String yaml) {
    return with(steps(path), objectOf(yaml));
  }

  public YamlDraft without(String path) {
    return with(steps(path), null);
  }

  public YamlDraft with(List<Object> steps, Object value) {
    return new YamlDraft(replaced(root, steps, value));
  }

  /** The way to every value, the root excepted. */
  public List<List<Object>> places() {
    List<List<Object>> places = new ArrayList<>();
    collect(root, List.of(), places);
    return places;
  }

  Object at(List<Object> steps) {
    Object value = root;
    for (Object step : steps) {
      value = step instanceof Integer i ? ((List<?>) value).get(i) : ((Map<?, ?>) value).get(step);
    }
    return value;
  }

  /** The document in flow style, which is YAML too. */
  public String text() {
    StringBuilder out = new StringBuilder();
    write(root, out);
    return out.append('\n').toString();
  }

  public byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  static Object objectOf(String yaml) {
    return objectOf(
        new YamlReader(Budget.ADMIN)
            .read("draft.yaml", yaml.getBytes(StandardCharsets.UTF_8))
            .documents()
            .getFirst());
  }

  private static Object objectOf(Node node) {
    return switch (node) {
      case MapNode map -> {
        Map<String, Object> entries = new LinkedHashMap<>();
        map.entries().forEach(e -> entries.put(e.key().text(), objectOf(e.value())));
        yield entries;
      }
      case ListNode list ->
          new ArrayList<>(list.items().stream().map(YamlDraft::objectOf).toList());
      case ScalarNode scalar ->
          new Raw(
              scalar.type() == ScalarType.STRING && !scalar.isAmbiguous()
                  ? quoted(scalar.text())
                  : scalar.text());
    };
  }

  static String quoted(String text) {
    return JsonWriter.write(new Tree.Text(text));
  }

  private static Object replaced(Object value, List<Object> steps, Object other) {
    if (steps.isEmpty()) {
      return other;
    }
    Object step = steps.getFirst();
    List<Object> rest = steps.subList(1, steps.size());
    if (step instanceof Integer index) {
      List<Object> items = new ArrayList<>((List<?>) value);
      Object item = replaced(index < items.size() ? items.get(index) : null, rest, other);
      if (item == null) {
        items.remove((int) index);
      } else if (index < items.size()) {
        items.set(index, item);
      } else {
        items.add(item);
      }
      return items;
    }
    Map<String, Object> entries = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, child) -> entries.put((String) key, child));
    }
    Object child = replaced(entries.get((String) step), rest, other);
    if (child == null) {
      entries.remove((String) step);
    } else {
      entries.put((String) step, child);
    }
    return entries;
  }

  private static void collect(Object value, List<Object> steps, List<List<Object>> places) {
    if (!steps.isEmpty()) {
      places.add(steps);
    }
    switch (value) {
      case Map<?, ?> map -> map.forEach((key, child) -> collect(child, plus(steps, key), places));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          collect(list.get(i), plus(steps, i), places);
        }
      }
      default -> {}
    }
  }

  static List<Object> plus(List<Object> steps, Object step) {
    List<Object> longer = new ArrayList<>(steps);
    longer.add(step);
    return List.copyOf(longer);
  }

  private static List<Object> steps(String path) {
    List<Object> steps = new ArrayList<>();
    for (String step : path.split("\\.")) {
      steps.add(step.matches("[0-9]+") ? Integer.valueOf(step) : step.replace("~1", "."));
    }
    return steps;
  }

  private static void write(Object value, StringBuilder out) {
    switch (value) {
      case Map<?, ?> map -> {
        String comma = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          out.append(comma).append(quoted((String) entry.getKey())).append(": ");
          write(entry.getValue(), out);
          comma = ", ";
        }
        out.append(map.isEmpty() ? "{}" : "}");
      }
      case List<?> list -> {
        String comma = "[";
        for (Object item : list) {
          out.append(comma);
          write(item, out);
          comma = ", ";
        }
        out.append(list.isEmpty() ? "[]" : "]");
      }
      case Raw raw -> out.append(raw.text());
      default -> throw new IllegalStateException("no draft: " + value);
    }
  }
}
