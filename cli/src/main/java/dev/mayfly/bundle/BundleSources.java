package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.platform.App;
import dev.mayfly.platform.BundleOrigin;

/** Opens what bundles are read from. A repository is closed again after each proof. */
public interface BundleSources {
  RemoteRepository pullRequests(App app);

  RemoteRepository gitops();

  /** The commit of the GitOps repository that Argo CD would read a bundle at now. */
  Snapshot tip(RemoteRepository gitops);

  RemoteRepository other(BundleOrigin.Repository origin);

  /**
   * A chart, unpacked in memory.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (remote) when it is not to be had, (refused)
   *     when it is no chart that can be judged
   */
  BundleFiles chart(BundleOrigin.Registry origin);
}
