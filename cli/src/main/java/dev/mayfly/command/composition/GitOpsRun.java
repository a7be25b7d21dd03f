package dev.mayfly.command.composition;

import dev.mayfly.access.AccessProof;
import dev.mayfly.bundle.BundleProof;
import dev.mayfly.command.console.Reports;
import dev.mayfly.command.option.AccessOptions;
import dev.mayfly.command.option.AppOptions;
import dev.mayfly.command.option.BackupOptions;
import dev.mayfly.command.option.BundleOptions;
import dev.mayfly.command.option.DigestOptions;
import dev.mayfly.command.option.FactsOptions;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.PreviewOptions;
import dev.mayfly.delivery.Delivery;
import dev.mayfly.delivery.GitOpsView;
import dev.mayfly.delivery.LockAtCommit;
import dev.mayfly.delivery.OverlaySources;
import dev.mayfly.delivery.Policy;
import dev.mayfly.delivery.PreviewSelection;
import dev.mayfly.delivery.Proof;
import dev.mayfly.event.CiEvent;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.review.LintProof;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a delivery works with, built once from the command line and handed down: the GitOps
 * repository, the policy in it, and where everything else comes from.
 */
public final class GitOpsRun implements AutoCloseable {
  private final Invocation invocation;
  private final RemoteRepository remote;
  private final Delivery delivery;
  private final GitOpsView view;
  private final BundlePlaces bundles;

  private GitOpsRun(
      Invocation invocation, Remotes remotes, RemoteRepository remote, boolean dryRun) {
    this.invocation = invocation;
    this.remote = remote;
    this.delivery = remotes.delivery(remote, dryRun);
    this.view = delivery.view();
    this.bundles = new BundlePlaces(invocation, remotes, platform());
  }

  /** Reads what the remote holds now. */
  public static GitOpsRun open(Invocation invocation, boolean dryRun) {
    Remotes remotes = Remotes.of(invocation);
    RemoteRepository remote = remotes.gitops();
    try {
      return new GitOpsRun(invocation, remotes, remote, dryRun);
    } catch (RuntimeException e) {
      remote.close();
      throw e;
    }
  }

  public Delivery delivery() {
    return delivery;
  }

  /** What the remote held when the run began. */
  public GitOpsView view() {
    return view;
  }

  public Policy policy() {
    return view.policy();
  }

  public Platform platform() {
    return view.policy().platform();
  }

  /** One for the whole run, so that all its previews get the same commit of a bundle. */
  public BundlePlaces bundles() {
    return bundles;
  }

  /** The pull request that the command line or the event names. */
  public PullRequestSource pullRequest() {
    CiEvent.OfPullRequest event = RunEvent.event(invocation, policy().loaded());
    PreviewSelection selection = new PreviewSelection(AppOptions.APP.in(invocation));
    // Making a connection ready takes longer than a whole delivery to a disk.
    return isOffline()
        ? PullRequestSource.ofEvent(event, selection, new RemoteHistory(bundles::pullRequests))
        : PullRequestSource.atForge(event, selection, platform().forge(), invocation.console());
  }

  /** Whether no forge is asked: the platform has none, or the option says so. */
  public boolean isOffline() {
    return PreviewOptions.OFFLINE.isGivenIn(invocation)
        || platform().forge().kind() == ForgeSettings.Kind.NONE;
  }

  /**
   * The digests that the options give, and for images that they leave out those of the lock file at
   * the pull request's head commit.
   */
  private OverlaySources.DigestSource digests() {
    OverlaySources.DigestSource locks = new LockAtCommit(bundles::pullRequests);
    return (app, head) -> {
      Map<String, ImageDigest> given = DigestOptions.read(invocation, app);
      boolean complete = app.images().stream().allMatch(i -> given.containsKey(i.id()));
      Map<String, ImageDigest> digests =
          complete ? new TreeMap<>() : new TreeMap<>(locks.digests(app, head));
      digests.putAll(given);
      return digests;
    };
  }

  /**
   * What overlays are made of and what has to hold of them. Their Backup is the one that the option
   * names, or else the newest that the cluster's facts know.
   */
  public OverlaySources sources(Optional<ClusterFacts> facts) {
    List<Proof> proofs = new ArrayList<>(List.of(new LintProof(platform()), bundleProof()));
    if (AccessOptions.REQUIRE.isGivenIn(invocation)) {
      proofs.add(
          new AccessProof(
              Connections.access(invocation.console()),
              AccessOptions.OUTSIDE.isGivenIn(invocation)));
    }
    facts.ifPresent(known -> proofs.add(FactsOptions.proof(known, invocation.console())));
    return new OverlaySources(
        digests(),
        app -> BackupOptions.given(invocation, app).or(() -> FactsOptions.latest(facts, app)),
        bundles,
        proofs);
  }

  /** The proof of the bundle at a pull request's head; its warnings go to standard error. */
  public Proof bundleProof() {
    BundleOptions.refuseIdle(invocation, platform());
    return new BundleProof(
        bundles,
        RenderPrograms.of(invocation),
        warnings -> Reports.toPeople(warnings, invocation.console()));
  }

  @Override
  public void close() {
    remote.close();
  }
}
