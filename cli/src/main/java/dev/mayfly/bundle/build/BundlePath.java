package dev.mayfly.bundle.build;

import dev.mayfly.lint.RelativePath;
import java.util.Optional;

/** Paths that a bundle's files name each other by. */
public final class BundlePath {
  private BundlePath() {}

  /** The path inside the bundle that an entry of a file in this folder means; empty outside it. */
  public static Optional<String> resolve(String folder, String entry) {
    if (entry.startsWith("/") || entry.contains("\\") || entry.isEmpty()) {
      return Optional.empty();
    }
    String path = RelativePath.resolve(folder, entry);
    return path.equals("..") || path.startsWith("../") ? Optional.empty() : Optional.of(path);
  }

  /** The folder of a path; empty at the top. */
  public static String parent(String path) {
    return RelativePath.parent(path);
  }

  /** The last step of a path. */
  public static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
