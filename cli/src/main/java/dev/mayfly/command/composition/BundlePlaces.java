package dev.mayfly.command.composition;

import dev.mayfly.bundle.BundleSources;
import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.ChartArchive;
import dev.mayfly.command.option.BundleOptions;
import dev.mayfly.command.option.GitOpsOptions;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.delivery.BundleRevisions;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.RefName;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.WrittenRevision;
import dev.mayfly.platform.App;
import dev.mayfly.platform.BundleOrigin;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.CommitSha;
import java.util.HashMap;
import java.util.Map;

/** Where the bundles of a platform lie, at the addresses that options or the platform give. */
public final class BundlePlaces implements BundleSources, BundleRevisions {
  private final Invocation invocation;
  private final Platform platform;

  /** Looked up once in a run, so that all previews of it get the same. */
  private final Map<BundleOrigin.Repository, CommitSha> known = new HashMap<>();

  private final Map<BundleOrigin.Repository, ProblemsException> failed = new HashMap<>();

  private final Map<BundleOrigin.Registry, BundleFiles> charts = new HashMap<>();

  public BundlePlaces(Invocation invocation, Platform platform) {
    this.invocation = invocation;
    this.platform = platform;
  }

  @Override
  public RemoteRepository pullRequests(App app) {
    return new SourceRepositories(invocation, platform).open(app);
  }

  @Override
  public RemoteRepository gitops() {
    return Remotes.whole(invocation);
  }

  @Override
  public Snapshot tip(RemoteRepository gitops) {
    return gitops.require(
        RefName.branch(
            GitOpsOptions.GITOPS_BRANCH.in(invocation).orElse(platform.gitops().branch())));
  }

  @Override
  public RemoteRepository other(BundleOrigin.Repository origin) {
    return Remotes.open(
        BundleOptions.BUNDLE_URL.in(invocation).orElse(origin.url()),
        invocation.console(),
        remote -> Connections.source(remote, platform, invocation.console()));
  }

  @Override
  public BundleFiles chart(BundleOrigin.Registry origin) {
    return charts.computeIfAbsent(
        origin,
        it ->
            ChartArchive.read(
                it,
                Registries.charts(invocation.console())
                    .archive(
                        BundleOptions.BUNDLE_URL.in(invocation).orElse(it.address()),
                        it.chart(),
                        it.version())));
  }

  @Override
  public CommitSha now(BundleOrigin.Repository followed) {
    if (failed.containsKey(followed)) {
      throw failed.get(followed);
    }
    try {
      return known.computeIfAbsent(followed, this::lookUp);
    } catch (ProblemsException e) {
      failed.put(followed, e);
      throw e;
    }
  }

  private CommitSha lookUp(BundleOrigin.Repository followed) {
    try (RemoteRepository repository = other(followed)) {
      return new WrittenRevision(followed.revision()).in(repository).commit();
    }
  }
}
