package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import dev.mayfly.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whose pull requests may have a preview. With nobody named it is everybody but those excluded.
 *
 * @param users by login
 * @param teams of the form organization/team
 * @param organization any of its members
 * @param none by login, whatever else lets them in
 */
public record Authors(
    List<String> users, List<String> teams, Optional<String> organization, List<String> none) {
  static final Authors ANYONE = new Authors(List.of(), List.of(), Optional.empty(), List.of());

  public Authors {
    users = List.copyOf(users);
    teams = List.copyOf(teams);
    none = List.copyOf(none);
  }

  /** Reads {@code authors}: a list of logins, or a map. */
  static Authors read(Fields admission) {
    if (!(admission.raw("authors") instanceof MapNode)) {
      List<String> users = admission.texts("authors", PeopleSyntaxes.AUTHOR);
      return new Authors(users, List.of(), Optional.empty(), List.of());
    }
    return admission.requiredMap(
        "authors",
        authors ->
            new Authors(
                authors.texts("users", PeopleSyntaxes.AUTHOR),
                authors.texts("teams", PeopleSyntaxes.TEAM),
                authors.optionalText("organization", PeopleSyntaxes.ORGANIZATION),
                authors.texts("none", PeopleSyntaxes.AUTHOR)));
  }

  /** Teams and organizations, about whose members only the forge knows. */
  public List<String> groups() {
    return groups(teams, organization);
  }

  static List<String> groups(List<String> teams, Optional<String> organization) {
    List<String> groups = new ArrayList<>(teams);
    organization.ifPresent(groups::add);
    return groups;
  }

  /** Whether nobody has to be named. */
  public boolean isOpen() {
    return users.isEmpty() && groups().isEmpty();
  }

  public boolean names(String login) {
    return contains(users, login);
  }

  public boolean excludes(String login) {
    return contains(none, login);
  }

  /** No forge has two logins that differ in case only. */
  private static boolean contains(List<String> logins, String login) {
    return logins.stream().anyMatch(login::equalsIgnoreCase);
  }
}
