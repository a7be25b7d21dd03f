package dev.mayfly.manifest;

import dev.mayfly.preview.PullRequestNumber;
import java.util.Optional;

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

  /** The overlay that holds a file of this path; empty for a path of anything else. */
  public static Optional<String> holding(String path) {
    String[] parts = path.split("/", -1);
    return parts.length == 4 && parts[0].equals("previews") && parts[2].startsWith("pr-")
        ? Optional.of(path.substring(0, path.lastIndexOf('/')))
        : Optional.empty();
  }
}
