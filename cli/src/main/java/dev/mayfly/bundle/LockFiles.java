package dev.mayfly.bundle;

import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreePath;
import dev.mayfly.image.ImageLock;
import dev.mayfly.platform.App;
import dev.mayfly.yaml.Budget;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The lock files that an app's images name. */
public final class LockFiles {
  private LockFiles() {}

  /**
   * Reads those that one commit has; what has no lock is given by hand, or is found missing later.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (rendering) when one is not right; (refused)
   *     when one is a link or too large
   */
  public static SortedMap<String, ImageLock> at(Snapshot head, App app) {
    SortedMap<String, ImageLock> locks = new TreeMap<>();
    List<TreePath> wanted =
        app.images().stream()
            .flatMap(i -> i.lock().stream())
            .distinct()
            .map(TreePath::written)
            .toList();
    SortedMap<TreePath, byte[]> found = head.readAll(wanted, Budget.LOCK.bytes());
    found.forEach(
        (path, bytes) -> locks.put(path.toString(), ImageLock.read(path.toString(), bytes)));
    return locks;
  }
}
