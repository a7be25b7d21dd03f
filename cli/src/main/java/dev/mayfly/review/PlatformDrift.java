package dev.mayfly.review;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Where the committed platform set is not what {@code mayfly.yaml} renders: whoever changed the one
 * and forgot the other has changed nothing in the cluster.
 *
 * @param isError whether the change at hand is to blame; what previews hold stays permitted until
 *     they go, so the set can fall behind with nobody touching it
 */
public record PlatformDrift(boolean isError) {
  private static final String HINT =
      "`mayfly render platform --out .` writes the set; `mayfly diff` shows what differs";

  /**
   * A problem a file. A repository that commits no set has none: its admins apply it otherwise.
   *
   * @param committed the files that are there, by path in the repository
   * @param rendered those that should be
   */
  public List<Problem> of(SortedMap<String, String> committed, SortedMap<String, String> rendered) {
    List<Problem> problems = new ArrayList<>();
    if (committed.isEmpty()) {
      return problems;
    }
    TreeSet<String> paths = new TreeSet<>(committed.keySet());
    paths.addAll(rendered.keySet());
    for (String path : paths) {
      String expected = rendered.get(path);
      String actual = committed.get(path);
      if (expected == null) {
        problems.add(problem(false, path, "`" + path + "` is not rendered any more"));
      } else if (actual == null) {
        problems.add(
            problem(
                isError, path, "`" + path + "` is not committed, and `mayfly.yaml` renders it"));
      } else if (!expected.equals(actual)) {
        problems.add(problem(isError, path, "`" + path + "` is not what `mayfly.yaml` renders"));
      }
    }
    return problems;
  }

  private static Problem problem(boolean isError, String path, String message) {
    Location at = Location.ofFile(path);
    return isError
        ? Problem.error("platform-drift", at, message, HINT)
        : Problem.warning("platform-drift", at, message, HINT);
  }
}
