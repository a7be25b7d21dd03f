package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Parameters with dotted names and every value as text, as selectors and templates without Go see
 * them (Argo CD, {@code flattenParameters}). A {@code []string} such as a pull request's labels
 * stays one text, and so do the {@code []map[string]any} of a flat list of clusters.
 */
final class FlatParameters {
  private FlatParameters() {}

  static SortedMap<String, String> of(GoValue.Entries parameters) {
    return of(parameters, true);
  }

  /** The same, and whether a map of texts is opened too. */
  static SortedMap<String, String> of(GoValue.Entries parameters, boolean opensTexts) {
    SortedMap<String, String> flat = new TreeMap<>();
    parameters.values().forEach((name, value) -> add(flat, name, value, opensTexts));
    return flat;
  }

  private static void add(
      SortedMap<String, String> flat, String name, GoValue value, boolean opensTexts) {
    if (value instanceof GoValue.Entries map && (opensTexts || !map.ofText())) {
      map.values().forEach((key, inner) -> add(flat, name + "." + key, inner, opensTexts));
    } else if (value instanceof GoValue.Items list && list.isOfAny()) {
      for (int i = 0; i < list.values().size(); i++) {
        add(flat, name + "." + i, list.values().get(i), opensTexts);
      }
    } else {
      flat.put(name, value.printed());
    }
  }
}
