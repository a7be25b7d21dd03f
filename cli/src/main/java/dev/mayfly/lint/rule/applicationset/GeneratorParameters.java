package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.PullRequestParameters;
import dev.mayfly.yaml.MapNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The parameters a generator gives in Go-template mode, where they can be told from its text. */
final class GeneratorParameters {
  private static final Set<String> CLUSTER =
      Set.of("name", "nameNormalized", "server", "project", "metadata", "values");
  private static final Set<String> DIRECTORY = Set.of("path", "values");

  private GeneratorParameters() {}

  /** All top-level names; empty when files or a plugin decide them. */
  static Set<String> of(Generator generator) {
    return switch (generator.kind()) {
      case "pullRequest" -> withValues(generator, PullRequestParameters.ALL);
      case "clusters" -> CLUSTER;
      case "git" -> generator.body().has("files") ? Set.of() : DIRECTORY;
      case "list" -> ofList(generator);
      case "matrix" -> ofMatrix(generator.children());
      default -> Set.of();
    };
  }

  private static Set<String> withValues(Generator generator, Set<String> names) {
    Set<String> known = new TreeSet<>(names);
    for (MapNode.Entry value : Fields.entries(generator.body().get("values"))) {
      known.add("values." + value.key().text());
    }
    return known;
  }

  private static Set<String> ofList(Generator generator) {
    if (generator.body().has("elementsYaml")) {
      return Set.of();
    }
    Set<String> known = new TreeSet<>();
    Fields.maps(generator.body().get("elements")).forEach(it -> known.addAll(it.keys()));
    return known;
  }

  private static Set<String> ofMatrix(List<Generator> children) {
    Set<String> known = new TreeSet<>();
    for (Generator child : children) {
      Set<String> own = of(child);
      if (own.isEmpty()) {
        return Set.of();
      }
      known.addAll(own);
    }
    return known;
  }
}
