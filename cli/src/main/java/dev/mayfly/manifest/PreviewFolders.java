package dev.mayfly.manifest;

import dev.mayfly.preview.PullRequestNumber;

/** Where things lie in a GitOps repository. */
public final class PreviewFolders {
  /** The file that holds every input of an overlay. */
  public static final String RECORD = "preview.yaml";

  private PreviewFolders() {}

  /** The overlay of one preview. */
  public static String overlay(String app, PullRequestNumber number) {
    return "previews/" + app + "/pr-" + number;
  }

  /** The chart that all previews of an app share with {@code delivery: generator}. */
  public static String baseline(String app) {
    return "previews/" + app + "/baseline";
  }
}
