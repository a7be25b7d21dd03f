package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import dev.mayfly.yaml.MapNode;
import java.util.List;
import java.util.Optional;

/** Reads who may have a preview: a list is the short form of a map. */
final class PeopleReader {
  private PeopleReader() {}

  static Authors authors(Fields admission) {
    if (!(admission.raw("authors") instanceof MapNode)) {
      return new Authors(
          admission.texts("authors", PeopleSyntaxes.AUTHOR),
          List.of(),
          Optional.empty(),
          List.of());
    }
    try (Fields authors = admission.requiredMap("authors")) {
      return new Authors(
          authors.texts("users", PeopleSyntaxes.AUTHOR),
          authors.texts("teams", PeopleSyntaxes.TEAM),
          authors.optionalText("organization", PeopleSyntaxes.ORGANIZATION),
          authors.texts("none", PeopleSyntaxes.AUTHOR));
    }
  }

  static Forks forks(Fields admission) {
    if (!(admission.raw("forks") instanceof MapNode)) {
      return new Forks(admission.texts("forks", Syntaxes.REPOSITORY), List.of(), Optional.empty());
    }
    try (Fields forks = admission.requiredMap("forks")) {
      return new Forks(
          forks.texts("repositories", Syntaxes.REPOSITORY),
          forks.texts("teams", PeopleSyntaxes.TEAM),
          forks.optionalText("members", PeopleSyntaxes.ORGANIZATION));
    }
  }
}
