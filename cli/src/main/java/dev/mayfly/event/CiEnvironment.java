package dev.mayfly.event;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The CI that runs this program, told by its variables. */
public record CiEnvironment(Kind kind, Map<String, String> variables) {

  /** The systems whose pull requests and result files are understood. */
  public enum Kind {
    GITHUB_ACTIONS,
    /** Gitea's and Forgejo's, which set GitHub's variables as well. */
    GITEA_ACTIONS,
    GITLAB_CI,
    NONE
  }

  public CiEnvironment {
    variables = Map.copyOf(variables);
  }

  /** Looks at the variables that each CI documents as its mark. */
  public static CiEnvironment detect(Map<String, String> variables) {
    Kind kind;
    if (isTrue(variables, "GITEA_ACTIONS") || isTrue(variables, "FORGEJO_ACTIONS")) {
      kind = Kind.GITEA_ACTIONS;
    } else if (isTrue(variables, "GITHUB_ACTIONS")) {
      kind = Kind.GITHUB_ACTIONS;
    } else if (isTrue(variables, "GITLAB_CI")) {
      kind = Kind.GITLAB_CI;
    } else {
      kind = Kind.NONE;
    }
    return new CiEnvironment(kind, variables);
  }

  /** The JSON file of the event that started the run. */
  public Optional<Path> eventFile() {
    return path("GITHUB_EVENT_PATH");
  }

  /** Where a step writes its outputs. */
  public Optional<Path> outputFile() {
    return path("GITHUB_OUTPUT");
  }

  /** Where a step writes its summary, as Markdown. */
  public Optional<Path> summaryFile() {
    return path("GITHUB_STEP_SUMMARY");
  }

  /** Whether a runner of Actions reads the log, and files that its variables name. */
  public boolean isActions() {
    return kind == Kind.GITHUB_ACTIONS || kind == Kind.GITEA_ACTIONS;
  }

  private Optional<Path> path(String variable) {
    return Optional.ofNullable(variables.get(variable))
        .filter(value -> isActions() && !value.isEmpty())
        .map(Path::of);
  }

  private static boolean isTrue(Map<String, String> variables, String name) {
    return "true".equals(variables.get(name));
  }
}
