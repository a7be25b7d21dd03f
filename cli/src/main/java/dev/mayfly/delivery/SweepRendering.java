package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.manifest.Recorded;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.GitOps.Change;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.RepositoryName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What a sweep makes of a record: the files under the policy, and the attempt they shall be. That
 * is one more than what is merged for those that somebody named. What the sweep's own branch
 * proposes already is kept, or else the next sweep would take it back.
 */
record SweepRendering(
    Policy policy,
    Map<PreviewId, Integer> proposed,
    Set<PreviewId> retries,
    BundleMoves moves,
    Map<String, Overlay> overlays) {
  static final String STALE = "stale against the policy";

  static SweepRendering of(
      RemoteRepository remote, GitOpsView view, Set<PreviewId> retries, BundleMoves moves) {
    Policy policy = view.policy();
    Map<PreviewId, Integer> proposed = new TreeMap<>();
    if (policy.platform().gitops().change() == Change.PULL_REQUEST) {
      SweepBranch.tip(remote, view)
          .ifPresent(tip -> view.overlays().forEach(id -> read(tip, id, policy, proposed)));
    }
    return new SweepRendering(policy, proposed, retries, moves, new HashMap<>());
  }

  private static void read(
      Snapshot tip, PreviewId id, Policy policy, Map<PreviewId, Integer> attempts) {
    try {
      OverlayFolder.read(tip, id, policy.platform().name())
          .ifPresent(folder -> attempts.put(id, folder.facts().attempt()));
    } catch (ProblemsException e) {
      // The branch is written anew when it is not what it should be.
      attempts.remove(id);
    }
  }

  int attempt(PreviewId id, PreviewFacts merged) {
    int next = merged.nextAttempt();
    boolean waits = Optional.ofNullable(proposed.get(id)).filter(a -> a == next).isPresent();
    return waits || retries.contains(id) ? next : merged.attempt();
  }

  /** What the preview shall be rendered from: as recorded, but for what a sweep changes. */
  PreviewFacts wanted(PreviewId id, PreviewFacts recorded) {
    PreviewFacts wanted = recorded.attempt(attempt(id, recorded));
    return policy
        .blueprint(id.app())
        .map(blueprint -> wanted.bundle(moves.revisions().pin(blueprint.app())))
        .orElse(wanted);
  }

  /**
   * Proves a preview whose bundle moves.
   *
   * @throws ProblemsException (refused) when it may not
   */
  void requireProven(PreviewId id, PreviewFacts recorded, PreviewFacts wanted) {
    if (wanted.bundle().equals(recorded.bundle())) {
      return;
    }
    policy
        .blueprint(id.app())
        .map(this::overlay)
        .ifPresent(overlay -> moves.proof().prove(overlay, wanted, overlay.files(wanted)));
  }

  /**
   * Why it is rendered anew.
   *
   * @param otherwise where nothing that it was rendered from has changed
   */
  static String reason(PreviewFacts recorded, PreviewFacts wanted, String otherwise) {
    RepositoryName now = wanted.pullRequest().repository();
    if (!recorded.pullRequest().repository().equals(now)) {
      return "its repository is called `" + now + "` now";
    }
    return wanted
        .bundle()
        .filter(pin -> !recorded.bundle().equals(wanted.bundle()))
        .map(pin -> "its bundle is now " + pin.revision().shortHex() + " of `" + pin.ref() + "`")
        .orElse(otherwise);
  }

  /** The same of an app's. What differs from what the policy of today made, people changed. */
  String reason(PreviewId id, Recorded record, PreviewFacts wanted) {
    boolean current =
        policy
            .blueprint(id.app())
            .filter(blueprint -> overlay(blueprint).rendering().equals(record.rendering()))
            .isPresent();
    return reason(record.facts(), wanted, current ? "edited by hand" : STALE);
  }

  /** The overlay; empty when the platform has no such app any more. */
  SortedMap<String, byte[]> files(PreviewId id, PreviewFacts facts) {
    return policy
        .blueprint(id.app())
        .map(blueprint -> OverlayFolder.bytes(overlay(blueprint).files(facts)))
        .orElseGet(TreeMap::new);
  }

  /** Of all previews of an app the same, and slow to make. */
  private Overlay overlay(Blueprint blueprint) {
    return overlays.computeIfAbsent(blueprint.app().name(), name -> policy.overlay(blueprint));
  }

  /**
   * Asked once, before anything is done: a sweep may remove one of them itself.
   *
   * @throws ProblemsException (configuration) when one is not on the GitOps branch
   */
  static void requireThere(SortedSet<PreviewId> overlays, Set<PreviewId> retries) {
    for (PreviewId id : retries) {
      if (!overlays.contains(id)) {
        throw Fault.CONFIGURATION.error(
            "unknown-preview",
            "unknown preview `" + id + "`: it is not on the GitOps branch",
            overlays.isEmpty()
                ? "there is none at all"
                : NearMiss.hint(
                    id.toString(), overlays.stream().map(PreviewId::toString).toList()));
      }
    }
  }
}
