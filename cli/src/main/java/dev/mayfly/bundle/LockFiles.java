package dev.mayfly.bundle;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreePath;
import dev.mayfly.image.ImageLock;
import dev.mayfly.platform.App;
import dev.mayfly.yaml.Budget;
import java.util.SortedMap;
import java.util.TreeMap;

/** The lock files that an app's images name. */
public final class LockFiles {
  private LockFiles() {}

  /**
   * Reads them at one commit.
   *
   * @throws ProblemsException (rendering) when one is missing or not right; (refused) when one is a
   *     link or too large
   */
  public static SortedMap<String, ImageLock> at(Snapshot head, App app) {
    SortedMap<String, ImageLock> locks = new TreeMap<>();
    SortedMap<String, TreePath> wanted = new TreeMap<>();
    app.images().forEach(i -> i.lock().ifPresent(lock -> wanted.put(lock, TreePath.of(lock))));
    SortedMap<TreePath, byte[]> found = head.readAll(wanted.values(), Budget.LOCK.bytes());
    wanted.forEach(
        (name, path) -> {
          byte[] bytes = found.get(path);
          if (bytes == null) {
            throw new ProblemsException(
                Fault.RENDERING,
                Problem.error(
                    "no-lock",
                    Location.ofFile(name),
                    "there is no lock file `" + name + "` at commit " + head.commit().shortHex(),
                    "CI writes it with `mayfly pin`"));
          }
          locks.put(name, ImageLock.read(name, bytes));
        });
    return locks;
  }
}
