package dev.mayfly.bundle.build;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Paths that a bundle's files name each other by. */
public final class BundlePath {
  private BundlePath() {}

  /** The path inside the bundle that an entry of a file in this folder means; empty outside it. */
  public static Optional<String> resolve(String folder, String entry) {
    if (entry.startsWith("/") || entry.contains("\\") || entry.isEmpty()) {
      return Optional.empty();
    }
    Deque<String> steps = new ArrayDeque<>();
    for (String step : (folder.isEmpty() ? entry : folder + "/" + entry).split("/", -1)) {
      if (step.equals("..")) {
        if (steps.isEmpty()) {
          return Optional.empty();
        }
        steps.removeLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return Optional.of(String.join("/", steps));
  }

  /** The folder of a path; empty at the top. */
  public static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** The last step of a path. */
  public static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Whether kustomize would fetch this entry: a URL, an SCP-like address, a host with a path. */
  public static boolean isRemote(String entry) {
    return entry.contains("://")
        || entry.contains("::")
        || entry.contains("?")
        || entry.matches("[^/]*@[^/]*:.*")
        || entry.matches("(?i)(www\\.)?(github\\.com|gitlab\\.com|bitbucket\\.org)[/:].*")
        || entry.matches("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)+/.+/.+(\\.git|//).*");
  }
}
