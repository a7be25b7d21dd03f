package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An Application as Argo CD's types give it to an expression: without zeros, but where a field is
 * always written (Argo CD, {@code pkg/apis/application/v1alpha1/types.go}, {@code omitempty}).
 */
final class TypedApplication {
  /** Always written, in whatever block they stand. */
  private static final Set<String> WRITTEN =
      Set.of("destination", "project", "repoURL", "drySource", "syncSource", "targetBranch");

  /** Blocks of which every field is always written, but those that may be left out. */
  private static final Map<String, Set<String>> WHOLE =
      Map.of(
          "info", Set.of("name", "value"),
          "env", Set.of("name", "value"),
          "extVars", Set.of("name", "value"),
          "tlas", Set.of("name", "value"),
          "replicas", Set.of("name", "count"),
          "ignoreDifferences", Set.of("kind"),
          "drySource", Set.of("targetRevision", "path"),
          "syncSource", Set.of("path"));

  private TypedApplication() {}

  /** What is compared, and whose it is. */
  static GoValue.Entries of(GoValue compared, Node application) {
    SortedMap<String, GoValue> metadata = new TreeMap<>();
    for (String field : List.of("annotations", "labels", "finalizers")) {
      GoValue value = ValuePaths.at(compared, List.of("metadata", field));
      if (value.isTrue()) {
        metadata.put(field, value);
      }
    }
    for (String field : List.of("name", "namespace")) {
      metadata.put(field, GoValue.of(application.textOrEmpty("metadata", field)));
    }
    SortedMap<String, GoValue> typed = new TreeMap<>();
    typed.put("apiVersion", GoValue.of(SetTypes.API_VERSION));
    typed.put("kind", GoValue.of("Application"));
    typed.put("metadata", GoValue.map(metadata));
    typed.put("spec", fields("spec", ValuePaths.at(compared, List.of("spec"))));
    return new GoValue.Entries(typed, false);
  }

  private static GoValue fields(String block, GoValue value) {
    if (value instanceof GoValue.Items list) {
      return GoValue.list(list.values().stream().map(it -> fields(block, it)).toList());
    }
    if (!(value instanceof GoValue.Entries map) || FieldDifference.isFree(block)) {
      return value;
    }
    SortedMap<String, GoValue> fields = new TreeMap<>();
    map.values()
        .forEach((name, inner) -> {
          boolean kept =
              inner.isTrue()
                  || FieldDifference.isPointer(name)
                  || WRITTEN.contains(name)
                  || WHOLE.getOrDefault(block, Set.of()).contains(name);
          if (kept && !inner.isNil()) {
            fields.put(name, fields(name, inner));
          }
        });
    return GoValue.map(fields);
  }
}
