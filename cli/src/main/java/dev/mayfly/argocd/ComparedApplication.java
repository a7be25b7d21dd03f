package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.GoYaml;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * An Application as the controller compares it and writes it (Argo CD, {@code
 * NormalizeApplicationSpec} in {@code util/argo/argo.go}): blocks of {@code source} that say
 * nothing are not there. Those of {@code sources} stay: there the code normalizes a copy.
 */
final class ComparedApplication {
  private static final List<String> METADATA = List.of("annotations", "labels", "finalizers");

  /** What {@code ApplicationSourceKustomize.IsZero} does not look at. */
  private static final Set<String> OVERSEEN =
      Set.of(
          "forceCommonLabels",
          "forceCommonAnnotations",
          "commonAnnotationsEnvsubst",
          "labelWithoutSelector",
          "labelIncludeTemplates");

  private ComparedApplication() {}

  static GoValue of(Node application) {
    GoValue value = GoValue.map(new TreeMap<>());
    for (String field : METADATA) {
      Node written = application.at("metadata", field);
      if (written != null) {
        value = ValuePaths.with(value, List.of("metadata", field), GoYaml.value(written));
      }
    }
    GoValue spec = GoYaml.value(application.at("spec"));
    return ValuePaths.with(value, List.of("spec"), spec);
  }

  /** Without blocks of {@code source} and {@code syncPolicy} that say nothing. */
  static GoValue normalized(GoValue application) {
    GoValue spec = ValuePaths.at(application, List.of("spec"));
    return ValuePaths.with(application, List.of("spec"), spec(spec));
  }

  private static GoValue spec(GoValue spec) {
    GoValue normal = spec;
    if (!ValuePaths.at(normal, List.of("project")).isTrue()) {
      normal = ValuePaths.with(normal, List.of("project"), GoValue.of("default"));
    }
    GoValue policy = ValuePaths.at(normal, List.of("syncPolicy"));
    if (!ValuePaths.at(policy, List.of("syncOptions")).isTrue()
        && List.of("automated", "retry", "managedNamespaceMetadata").stream()
            .allMatch(it -> ValuePaths.at(policy, List.of(it)).isNil())) {
      normal = ValuePaths.without(normal, List.of("syncPolicy"));
    }
    if (ValuePaths.at(normal, List.of("sources")).isTrue()
        || ValuePaths.at(normal, List.of("source")).isNil()) {
      return normal;
    }
    normal = withoutZero(normal, "kustomize", OVERSEEN);
    normal = withoutZero(normal, "helm", Set.of());
    return directory(normal);
  }

  private static GoValue withoutZero(GoValue spec, String block, Set<String> overseen) {
    GoValue value = ValuePaths.at(spec, List.of("source", block));
    boolean says =
        value instanceof GoValue.Entries map
            && map.values().entrySet().stream()
                .anyMatch(it ->
                    !overseen.contains(it.getKey())
                        && (it.getValue().isTrue()
                            || (it.getKey().equals("valuesObject") && !it.getValue().isNil())));
    return says ? spec : ValuePaths.without(spec, List.of("source", block));
  }

  private static GoValue directory(GoValue spec) {
    List<String> path = List.of("source", "directory");
    GoValue jsonnet = ValuePaths.at(spec, List.of("source", "directory", "jsonnet"));
    boolean says =
        ValuePaths.at(spec, List.of("source", "directory", "recurse")).isTrue()
            || List.of("extVars", "tlas", "libs").stream()
                .anyMatch(it -> ValuePaths.at(jsonnet, List.of(it)).isTrue());
    if (says) {
      return spec;
    }
    GoValue left = ValuePaths.without(spec, path);
    for (String field : List.of("include", "exclude")) {
      GoValue pattern = ValuePaths.at(spec, List.of("source", "directory", field));
      if (pattern.isTrue()) {
        left = ValuePaths.with(left, List.of("source", "directory", field), pattern);
      }
    }
    return left;
  }
}
