package dev.mayfly.platform;

/** Patterns of {@code mayfly.yaml} for paths and branches. */
public final class PathGlob {
  private PathGlob() {}

  /** {@code *} stays within a folder, {@code **} goes through any number of them. */
  public static boolean matches(String glob, String file) {
    return matches(glob.split("/"), 0, file.split("/"), 0);
  }

  private static boolean matches(String[] glob, int g, String[] file, int f) {
    if (g == glob.length) {
      return f == file.length;
    }
    if (glob[g].equals("**")) {
      for (int skipped = f; skipped <= file.length; skipped++) {
        if (matches(glob, g + 1, file, skipped)) {
          return true;
        }
      }
      return false;
    }
    return f < file.length && segment(glob[g], file[f]) && matches(glob, g + 1, file, f + 1);
  }

  /** Greedy with one step back to the last star, so never more than quadratic. */
  private static boolean segment(String glob, String name) {
    int g = 0;
    int star = -1;
    int retry = 0;
    int n = 0;
    while (n < name.length()) {
      if (g < glob.length() && glob.charAt(g) == '*') {
        star = g++;
        retry = n;
      } else if (g < glob.length() && glob.charAt(g) == name.charAt(n)) {
        g++;
        n++;
      } else if (star >= 0) {
        g = star + 1;
        n = ++retry;
      } else {
        return false;
      }
    }
    while (g < glob.length() && glob.charAt(g) == '*') {
      g++;
    }
    return g == glob.length();
  }
}
