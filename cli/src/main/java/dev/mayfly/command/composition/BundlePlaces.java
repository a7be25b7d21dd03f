package dev.mayfly.command.composition;

import dev.mayfly.bundle.BundleSources;
import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.ChartArchive;
import dev.mayfly.command.option.BundleOptions;
import dev.mayfly.command.option.DigestOptions;
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
import java.util.Optional;

/** Where the bundles of a platform lie, at the addresses that options or the platform give. */
public final class BundlePlaces implements BundleSources, BundleRevisions {
  private final Remotes remotes;
  private final Platform platform;
  private final Optional<String> appUrl;
  private final Optional<String> bundleUrl;
  private final Optional<String> gitopsBranch;

  /** Looked up once in a run, so that all previews of it get the same. */
  private final Map<BundleOrigin.Repository, CommitSha> known = new HashMap<>();

  private final Map<BundleOrigin.Repository, ProblemsException> failed = new HashMap<>();

  private final Map<BundleOrigin.Registry, BundleFiles> charts = new HashMap<>();

  public BundlePlaces(Invocation invocation, Remotes remotes, Platform platform) {
    this.remotes = remotes;
    this.platform = platform;
    this.appUrl = DigestOptions.APP_URL.in(invocation);
    this.bundleUrl = BundleOptions.BUNDLE_URL.in(invocation);
    this.gitopsBranch = GitOpsOptions.GITOPS_BRANCH.in(invocation);
  }

  @Override
  public RemoteRepository pullRequests(App app) {
    return remotes.source(appUrl.orElse(app.repositoryUrl()), platform);
  }

  @Override
  public RemoteRepository gitops() {
    return remotes.whole();
  }

  @Override
  public Snapshot tip(RemoteRepository gitops) {
    return gitops.require(RefName.branch(gitopsBranch.orElse(platform.gitops().branch())));
  }

  @Override
  public RemoteRepository other(BundleOrigin.Repository origin) {
    return remotes.source(bundleUrl.orElse(origin.url()), platform);
  }

  @Override
  public BundleFiles chart(BundleOrigin.Registry origin) {
    return charts.computeIfAbsent(
        origin,
        it ->
            ChartArchive.read(
                it,
                Registries.charts(remotes.console())
                    .archive(bundleUrl.orElse(it.address()), it.chart(), it.version())));
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
