package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Parameters with dotted names and every value as text, as selectors and templates without Go see
 * them (Argo CD, {@code flattenParameters}). A {@code []string} such as a pull request's labels
 * stays one text.
 */
final class FlatParameters {
  private FlatParameters() {}

  static SortedMap<String, String> of(GoValue.Entries parameters) {
    SortedMap<String, String> flat = new TreeMap<>();
    add(flat, "", parameters);
    return flat;
  }

  private static void add(SortedMap<String, String> flat, String name, GoValue value) {
    switch (value) {
      case GoValue.Entries(SortedMap<String, GoValue> entries, boolean ignored) ->
          entries.forEach(
              (key, inner) -> add(flat, name.isEmpty() ? key : name + "." + key, inner));
      case GoValue.Items(List<GoValue> items, boolean ofText) when !ofText -> {
        for (int i = 0; i < items.size(); i++) {
          add(flat, name + "." + i, items.get(i));
        }
      }
      default -> flat.put(name, value.printed());
    }
  }
}
