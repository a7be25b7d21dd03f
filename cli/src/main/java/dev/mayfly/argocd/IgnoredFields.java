package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a set lets others change in its Applications ({@code ignoreApplicationDifferences}; Argo CD
 * docs, "Controlling if/when the ApplicationSet controller modifies Application resources").
 *
 * @param pointers JSON pointers below the Application, as their parts
 * @param unknown expressions of jq, which nobody evaluates here
 */
record IgnoredFields(List<List<String>> pointers, List<String> unknown) {
  static IgnoredFields of(Node set, String application) {
    List<List<String>> pointers = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    if (set.at("spec", "ignoreApplicationDifferences") instanceof ListNode list) {
      for (Node item : list.items()) {
        String name = item.textAt("name");
        if (name == null || name.isEmpty() || name.equals(application)) {
          texts(item, "jsonPointers").forEach(it -> pointers.add(parts(it)));
          texts(item, "jqPathExpressions")
              .forEach(it -> unknown.add("`" + Shown.value(it) + "` is not evaluated here"));
        }
      }
    }
    return new IgnoredFields(List.copyOf(pointers), List.copyOf(unknown));
  }

  private static List<String> texts(Node item, String field) {
    List<String> texts = new ArrayList<>();
    if (item.at(field) instanceof ListNode list) {
      list.items().forEach(it -> texts.add(it instanceof ScalarNode text ? text.text() : ""));
    }
    return texts;
  }

  /** RFC 6901: a slash in a key is written {@code ~1}, a tilde {@code ~0}. */
  private static List<String> parts(String pointer) {
    return List.of(pointer.replaceFirst("^/", "").split("/", -1)).stream()
        .map(part -> part.replace("~1", "/").replace("~0", "~"))
        .toList();
  }

  /** The {@code spec} without what is ignored in it. */
  GoValue without(GoValue spec) {
    GoValue left = spec;
    for (List<String> pointer : pointers) {
      if (pointer.getFirst().equals("spec")) {
        left = without(left, pointer.subList(1, pointer.size()));
      }
    }
    return left;
  }

  private static GoValue without(GoValue value, List<String> path) {
    if (path.isEmpty()) {
      return GoValue.NIL;
    }
    String key = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    if (value instanceof GoValue.Entries entries && entries.values().containsKey(key)) {
      SortedMap<String, GoValue> left = new TreeMap<>(entries.values());
      left.put(key, without(entries.values().get(key), rest));
      return new GoValue.Entries(left, entries.ofText());
    }
    if (value instanceof GoValue.Items items && key.matches("[0-9]{1,6}")) {
      int index = Integer.parseInt(key);
      List<GoValue> left = new ArrayList<>(items.values());
      if (index < left.size()) {
        left.set(index, without(left.get(index), rest));
      }
      return new GoValue.Items(left, items.ofText());
    }
    return value;
  }

  /** Whether a field of the metadata is ignored. */
  boolean covers(String field) {
    return pointers.stream()
        .map(pointer -> String.join(".", pointer))
        .anyMatch(it -> field.equals(it) || field.startsWith(it + "."));
  }
}
