package dev.mayfly.event;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A dotenv report, by which a GitLab job hands values to later jobs and to {@code environment:url}
 * (GitLab docs, "artifacts:reports:dotenv"). GitLab expands {@code $} in them and knows no quoting,
 * so only values that need none are written.
 */
public final class GitLabReport {
  private GitLabReport() {}

  /** What became of a preview, and where it is, where it is anywhere. */
  public static String dotenv(String result, Optional<String> url) {
    return dotenv(Map.of("MAYFLY_RESULT", result, "MAYFLY_URL", url.orElse("")));
  }

  /** The variables in the order of their names. */
  static String dotenv(Map<String, String> variables) {
    StringBuilder out = new StringBuilder();
    new TreeMap<>(variables)
        .forEach((name, value) -> {
          if (!name.matches("[A-Z][A-Z0-9_]*")) {
            throw new IllegalArgumentException("not a variable's name: " + name);
          }
          if (!value.matches("[A-Za-z0-9@:/._~?&=+,%-]*")) {
            throw new IllegalArgumentException("the value of " + name + " needs quoting");
          }
          out.append(name).append('=').append(value).append('\n');
        });
    return out.toString();
  }
}
