package dev.mayfly.git;

import dev.mayfly.diagnostic.Fault;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;

/**
 * A full ref name such as {@code refs/heads/main}. Narrower than Git: ASCII letters, digits and
 * {@code . _ - / +} only, since JGit sends whatever it is given, a newline too, and Git itself lets
 * a branch be called {@code --upload-pack=touch}.
 */
public record RefName(String full) implements Comparable<RefName> {
  private static final String BRANCHES = "refs/heads/";
  private static final int LONGEST = 200;

  public RefName {
    if (!isValid(full)) {
      throw new IllegalArgumentException("not a ref name that is safe to write");
    }
  }

  /** The branch with this short name; a wrong name is the user's configuration. */
  public static RefName branch(String name) {
    return parse(BRANCHES + name)
        .orElseThrow(() ->
            Fault.CONFIGURATION.error(
                "branch-name",
                "`" + CleanText.of(name) + "` is not a branch name that is used here",
                "letters, digits, `.`, `_`, `-`, `+` and `/` only, no part starting with"
                    + " `-` or `.`"));
  }

  /** Reads untrusted text. */
  public static Optional<RefName> parse(String full) {
    return isValid(full) ? Optional.of(new RefName(full)) : Optional.empty();
  }

  private static boolean isValid(String full) {
    if (!full.startsWith("refs/") || full.length() > LONGEST || !Repository.isValidRefName(full)) {
      return false;
    }
    for (String segment : full.split("/", -1)) {
      if (!segment.matches("[A-Za-z0-9_][A-Za-z0-9._+-]*")) {
        return false;
      }
    }
    return true;
  }

  /** Without {@code refs/heads/}, as people say it; other refs keep their full name. */
  public String shortName() {
    return full.startsWith(BRANCHES) ? full.substring(BRANCHES.length()) : full;
  }

  @Override
  public int compareTo(RefName other) {
    return full.compareTo(other.full);
  }

  @Override
  public String toString() {
    return full;
  }
}
