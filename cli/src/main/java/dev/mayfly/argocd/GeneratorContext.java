package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What all generators of one set share. */
record GeneratorContext(
    Node set,
    TextRendering rendering,
    GeneratorInputs inputs,
    GeneratorWork work,
    ReleaseLine argoCd) {
  boolean goTemplate() {
    return rendering.goTemplate();
  }

  /** Whether any text of the set contains a word. */
  boolean mentions(String word) {
    return mentions(set, word);
  }

  private static boolean mentions(Node node, String word) {
    return switch (node) {
      case ScalarNode scalar -> scalar.text().contains(word);
      case ListNode list -> list.items().stream().anyMatch(item -> mentions(item, word));
      case MapNode map ->
          map.entries().stream()
              .anyMatch(e -> e.key().text().contains(word) || mentions(e.value(), word));
    };
  }

  /**
   * Adds a generator's own {@code values} (Argo CD, {@code value_interpolation.go}): each sees the
   * generator's parameters but none of the others, and without any there is no {@code values} key.
   */
  void addValues(@Nullable Node values, SortedMap<String, GoValue> parameters)
      throws GeneratorStop {
    if (!(values instanceof MapNode map) || map.entries().isEmpty()) {
      return;
    }
    GoValue.Entries seen = new GoValue.Entries(parameters, false);
    SortedMap<String, GoValue> added = new TreeMap<>();
    for (MapNode.Entry entry : map.entries()) {
      String text = entry.value() instanceof ScalarNode scalar ? scalar.text() : "";
      String value = rendering.render(text, seen, entry.value().location());
      added.put(entry.key().text(), GoValue.of(value));
    }
    if (goTemplate()) {
      parameters.put("values", new GoValue.Entries(added, true));
    } else {
      added.forEach((key, value) -> parameters.put("values." + key, value));
    }
  }
}
