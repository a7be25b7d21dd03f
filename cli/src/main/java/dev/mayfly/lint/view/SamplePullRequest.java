package dev.mayfly.lint.view;

import java.util.Map;

/** Pull requests that templates are tried on. */
public final class SamplePullRequest {
  private SamplePullRequest() {}

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
