package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import dev.mayfly.yaml.MapNode;
import java.util.List;
import java.util.Optional;

/**
 * Which forks may deploy: those that are listed, and those of people whom the forge counts among
 * the members of a team or an organization.
 */
public record Forks(List<String> repositories, List<String> teams, Optional<String> members) {
  static final Forks NONE = new Forks(List.of(), List.of(), Optional.empty());

  public Forks {
    repositories = List.copyOf(repositories);
    teams = List.copyOf(teams);
  }

  /** Reads {@code forks}: a list of repositories, or a map. */
  static Forks read(Fields admission) {
    if (!(admission.raw("forks") instanceof MapNode)) {
      return new Forks(admission.texts("forks", Syntaxes.REPOSITORY), List.of(), Optional.empty());
    }
    return admission.requiredMap(
        "forks",
        forks ->
            new Forks(
                forks.texts("repositories", Syntaxes.REPOSITORY),
                forks.texts("teams", PeopleSyntaxes.TEAM),
                forks.optionalText("members", PeopleSyntaxes.ORGANIZATION)));
  }

  /** Teams and organizations, about whose members only the forge knows. */
  public List<String> groups() {
    return Authors.groups(teams, members);
  }

  public boolean isEmpty() {
    return repositories.isEmpty() && groups().isEmpty();
  }

  public boolean lists(String repository) {
    return repositories.stream().anyMatch(repository::equalsIgnoreCase);
  }
}
