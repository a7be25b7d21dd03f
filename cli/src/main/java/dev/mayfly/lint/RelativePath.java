package dev.mayfly.lint;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths inside a repository, with {@code /} whatever the system. */
public final class RelativePath {
  private RelativePath() {}

  /** The path an entry written in a file of this folder means; {@code ..} steps are resolved. */
  public static String resolve(String directory, String entry) {
    Deque<String> steps = new ArrayDeque<>();
    String joined = directory.isEmpty() ? entry : directory + "/" + entry;
    for (String step : joined.split("/", -1)) {
      if (step.equals("..") && !steps.isEmpty() && !steps.getLast().equals("..")) {
        steps.removeLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    String path = String.join("/", steps);
    return joined.startsWith("/") ? "/" + path : path;
  }

  /** Whether a path lies in a folder or is it; the empty folder holds all. */
  public static boolean isWithin(String directory, String path) {
    return directory.isEmpty() || path.equals(directory) || path.startsWith(directory + "/");
  }

  /** The folder of a path; empty at the top. */
  public static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
