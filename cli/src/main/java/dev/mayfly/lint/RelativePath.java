package dev.mayfly.lint;

import dev.mayfly.argocd.gotemplate.GoPath;

/** Paths inside a repository, with {@code /} whatever the system. */
public final class RelativePath {
  private RelativePath() {}

  /**
   * The path an entry written in a file of this folder means; {@code ..} steps are resolved, and
   * those that lead out of the repository stay in front.
   */
  public static String resolve(String directory, String entry) {
    String path = GoPath.clean(directory.isEmpty() ? entry : directory + "/" + entry);
    return path.equals(".") ? "" : path;
  }

  /** Whether a path lies in a folder or is it; the empty folder holds all. */
  public static boolean isWithin(String directory, String path) {
    int end = directory.length();
    return end == 0
        || path.startsWith(directory) && (path.length() == end || path.charAt(end) == '/');
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
}
