package dev.mayfly.preview;

import java.util.Optional;

/** Where previews lie in a GitOps repository, below the folder of their platform. */
public final class PreviewFolders {
  /** The folder that has one for each app. */
  public static final String ROOT = "previews";

  /** The file that holds every input of an overlay. */
  public static final String RECORD = "preview.yaml";

  /** The folder of an app in which its chart lies with {@code delivery: generator}. */
  public static final String BASELINE = "baseline";

  private static final String PREFIX = "pr-";

  private PreviewFolders() {}

  /** What an app has there: its overlays, or the chart. */
  public static String ofApp(String app) {
    return ROOT + "/" + app;
  }

  /** The chart that all previews of an app share with {@code delivery: generator}. */
  public static String baseline(String app) {
    return ofApp(app) + "/" + BASELINE;
  }

  /** The overlay of one preview. */
  public static String overlay(String app, PullRequestNumber number) {
    return overlay(app, number.toString());
  }

  /** The overlay of an app by what stands for the number, such as {@code *}. */
  public static String overlay(String app, String number) {
    return ofApp(app) + "/" + PREFIX + number;
  }

  /** How an overlay is called in the folder of its app. */
  public static String name(PullRequestNumber number) {
    return PREFIX + number;
  }

  /** Whether what is called so in the folder of an app is an overlay, or pretends to be one. */
  public static boolean isOverlay(String name) {
    return name.startsWith(PREFIX);
  }

  /** The preview of an app whose overlay is called so; empty where no number says which. */
  public static Optional<PreviewId> preview(String app, String name) {
    return isOverlay(name)
        ? PullRequestNumber.parse(name.substring(PREFIX.length()))
            .map(number -> new PreviewId(app, number))
        : Optional.empty();
  }

  /** The preview whose overlay has this path. */
  public static Optional<PreviewId> preview(String folder) {
    String[] parts = folder.split("/", -1);
    return parts.length == 3 && parts[0].equals(ROOT)
        ? preview(parts[1], parts[2])
        : Optional.empty();
  }

  /** The overlay that holds a file of this path; empty for a path of anything else. */
  public static Optional<String> holding(String path) {
    String[] parts = path.split("/", -1);
    return parts.length == 4 && parts[0].equals(ROOT) && isOverlay(parts[2])
        ? Optional.of(path.substring(0, path.lastIndexOf('/')))
        : Optional.empty();
  }
}
