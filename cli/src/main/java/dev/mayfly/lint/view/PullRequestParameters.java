package dev.mayfly.lint.view;

import java.util.Map;
import java.util.Set;

/**
 * The parameters of Argo CD's pull-request generator ({@code
 * applicationset/generators/pull_request.go}); there are no others.
 */
public final class PullRequestParameters {
  private PullRequestParameters() {}

  public static final Set<String> ALL =
      Set.of(
          "number",
          "title",
          "branch",
          "branch_slug",
          "target_branch",
          "target_branch_slug",
          "head_sha",
          "head_short_sha",
          "head_short_sha_7",
          "author",
          "labels",
          "values");

  /** Free text that whoever opens the pull request chooses. */
  public static final Set<String> UNTRUSTED =
      Set.of("title", "branch", "target_branch", "author", "labels");

  /** Slugs: safe characters, but they collide, may be empty, and are chosen by the author too. */
  public static final Set<String> SLUGS = Set.of("branch_slug", "target_branch_slug");

  /** A pull request whose values are as long as they can get. */
  public static final Map<String, String> LONGEST =
      Map.of(
          "number", "2147483647",
          "branch_slug", "s".repeat(50),
          "target_branch_slug", "s".repeat(50),
          "head_sha", "a".repeat(40),
          "head_short_sha", "a".repeat(8),
          "head_short_sha_7", "a".repeat(7));

  /** Some pull request, to see what a template becomes. */
  public static final Map<String, String> SAMPLE =
      Map.of(
          "number", "17",
          "branch_slug", "feature-x",
          "target_branch_slug", "main",
          "head_sha", "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567",
          "head_short_sha", "0a1b2c3d",
          "head_short_sha_7", "0a1b2c3");
}
