package dev.mayfly.event;

import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.RepositoryName;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a merge request from the predefined variables of a GitLab merge request pipeline (GitLab
 * docs, "Predefined CI/CD variables reference").
 *
 * <p>{@code CI_MERGE_REQUEST_SOURCE_BRANCH_SHA} is set in merged-results pipelines only, where
 * {@code CI_COMMIT_SHA} is a merge commit that nobody pushed; elsewhere it is empty and {@code
 * CI_COMMIT_SHA} is the head. The author is not among the variables.
 */
public final class GitLabVariables {
  private GitLabVariables() {}

  /** Does this environment belong to a merge request pipeline? */
  static boolean present(Map<String, String> environment) {
    return !value(environment, "CI_MERGE_REQUEST_IID").isEmpty();
  }

  /**
   * Reads the variables; GitLab does not say what happened, so the action is unknown. A merge train
   * runs for the merge request too, on a commit that GitLab made.
   */
  static CiEvent read(Map<String, String> environment) {
    return value(environment, "CI_MERGE_REQUEST_EVENT_TYPE").equals("merge_train")
        ? new CiEvent.Idle(OtherEvents.QUEUE)
        : event(environment);
  }

  private static CiEvent event(Map<String, String> environment) {
    String head = "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA";
    if (value(environment, head).isEmpty()) {
      head = "CI_COMMIT_SHA";
    }
    PullRequest bare =
        GivenFacts.read(
            given(environment, "CI_MERGE_REQUEST_IID"),
            given(environment, head),
            given(environment, "CI_MERGE_REQUEST_PROJECT_PATH"));
    return new CiEvent.OfPullRequest(
        EventAction.UNKNOWN,
        new PullRequest(bare.repository(), bare.number(), bare.headSha(), details(environment)));
  }

  private static PullRequest.Details details(Map<String, String> environment) {
    Optional<RepositoryName> source =
        RepositoryName.parse(value(environment, "CI_MERGE_REQUEST_SOURCE_PROJECT_PATH"));
    return new PullRequest.Details(
        PullRequest.State.OPEN,
        isDraft(environment),
        value(environment, "CI_MERGE_REQUEST_TITLE"),
        "",
        value(environment, "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME"),
        value(environment, "CI_MERGE_REQUEST_TARGET_BRANCH_NAME"),
        source,
        labels(value(environment, "CI_MERGE_REQUEST_LABELS")));
  }

  /**
   * The variable is new in GitLab 17.10; before, only the title tells (docs, "Draft merge
   * requests").
   */
  private static boolean isDraft(Map<String, String> environment) {
    String said = value(environment, "CI_MERGE_REQUEST_DRAFT");
    String title = value(environment, "CI_MERGE_REQUEST_TITLE").toLowerCase(Locale.ROOT);
    boolean marked =
        title.startsWith("draft:") || title.startsWith("[draft]") || title.startsWith("(draft)");
    return said.isEmpty() ? marked : said.equals("true");
  }

  /** GitLab separates labels by commas and allows none inside a label. */
  private static Set<String> labels(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(label -> !label.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static GivenFacts.Given given(Map<String, String> environment, String name) {
    return new GivenFacts.Given(name, value(environment, name));
  }

  private static String value(Map<String, String> environment, String name) {
    return environment.getOrDefault(name, "");
  }
}
