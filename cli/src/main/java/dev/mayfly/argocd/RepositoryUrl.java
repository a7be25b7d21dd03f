package dev.mayfly.argocd;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A repository URL in the form in which Argo CD compares them (Argo CD, {@code util/git}, {@code
 * NormalizeGitURL}): lower case, no {@code .git}, an scp-like address as a path, no {@code ssh://}.
 * Patterns of {@code sourceRepos} pass through the same, which escapes braces: an alternation there
 * never matches.
 */
public final class RepositoryUrl {
  private static final Pattern SSH = Pattern.compile("(ssh://)?[^/:]*@[^@]+");

  private RepositoryUrl() {}

  /** The form to compare; empty for what Go's URL parser refuses. */
  public static String normalize(String url) {
    String text = url.strip().toLowerCase(Locale.ROOT);
    if (SSH.matcher(text).matches() && !text.startsWith("ssh://")) {
      text = "ssh://" + text.replaceFirst(":", "/");
    }
    text = GoUrl.reprint(withoutSuffix(text)).orElse("");
    return text.startsWith("ssh://") ? text.substring("ssh://".length()) : text;
  }

  /** Whether Argo CD takes the two for the same place; never true for an unreadable URL. */
  public static boolean isSame(String one, String other) {
    String left = normalize(one);
    return !left.isEmpty() && left.equals(normalize(other));
  }

  private static String withoutSuffix(String text) {
    return text.endsWith(".git") ? text.substring(0, text.length() - ".git".length()) : text;
  }
}
