package dev.mayfly.admission;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the platform's teams and organizations the forge counts people among.
 *
 * @param ofAuthor those of who opened the pull request
 * @param ofForkOwner those of whose fork it comes from
 */
public record Membership(Set<String> ofAuthor, Set<String> ofForkOwner) {
  public Membership {
    ofAuthor = Set.copyOf(ofAuthor);
    ofForkOwner = Set.copyOf(ofForkOwner);
  }

  Optional<String> groupOfAuthor(List<String> groups) {
    return groups.stream().filter(ofAuthor::contains).findFirst();
  }

  Optional<String> groupOfForkOwner(List<String> groups) {
    return groups.stream().filter(ofForkOwner::contains).findFirst();
  }

  static String notAsked(List<String> groups) {
    return "who is in `"
        + String.join("`, `", groups)
        + "` only the forge knows, which is not asked";
  }

  /** A forge answers alike for who is no member and for a member that a token may not see. */
  static String noneOf(List<String> groups) {
    return "none of `" + String.join("`, `", groups) + "` as far as the forge's token may see";
  }
}
