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
}
