package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreePath;
import dev.mayfly.image.Digests;
import dev.mayfly.image.ImageLock;
import dev.mayfly.platform.App;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.yaml.Budget;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * Reads the lock files at a pull request's head commit, from Git objects and without a checkout.
 */
public record LockAtCommit(Function<App, RemoteRepository> repositories)
    implements OverlaySources.DigestSource {
  @Override
  public Map<String, ImageDigest> digests(App app, CommitSha head) {
    Digests digests = new Digests(app.imageNames());
    SortedSet<String> paths = app.lockFiles();
    if (!paths.isEmpty()) {
      try (RemoteRepository remote = repositories.apply(app)) {
        Snapshot snapshot = remote.fetch(head);
        paths.forEach(path -> digests.addAll(lock(snapshot, path), path));
      }
    }
    return digests.byId();
  }

  private static ImageLock lock(Snapshot snapshot, String path) {
    return snapshot
        .read(TreePath.written(path), Budget.LOCK.bytes())
        .map(bytes -> ImageLock.read(path, bytes))
        .orElseThrow(() ->
            Fault.RENDERING.error(
                "lock-missing",
                "the lock file `"
                    + path
                    + "` is missing from commit "
                    + snapshot.commit().shortHex(),
                "`mayfly pin` writes it, or give the digest with --image"));
  }
}
