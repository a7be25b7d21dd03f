package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.manifest.BundlePin;
import dev.mayfly.platform.App;
import dev.mayfly.platform.BundleOrigin;
import dev.mayfly.preview.CommitSha;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out where the bundles of previews stand, asking each repository once. */
final class BundleStands {
  private final Optional<BundleRevisions> revisions;
  private final Map<BundleOrigin.Repository, Optional<CommitSha>> known = new HashMap<>();

  /** Repositories that did not say; what they would have said is not known. */
  private final List<Problem> unasked = new ArrayList<>();

  /**
   * Prepares.
   *
   * @param revisions empty where no other repository is to be asked
   */
  BundleStands(Optional<BundleRevisions> revisions) {
    this.revisions = revisions;
  }

  List<Problem> unasked() {
    return unasked;
  }

  /**
   * Where an app's bundle stands for one preview; empty for one of its own or of this repository.
   */
  Optional<BundleStand> of(App app, Optional<BundlePin> recorded) {
    return switch (app.bundle().origin()) {
      case BundleOrigin.Registry chart ->
          Optional.of(
              new BundleStand(
                  chart.chart() + " " + chart.version(), Optional.empty(), Optional.empty()));
      case BundleOrigin.Repository other when other.isFixed() ->
          CommitSha.parse(other.revision())
              .map(it -> new BundleStand(it.shortHex(), Optional.of(it), Optional.empty()));
      case BundleOrigin.Repository other ->
          Optional.of(
              new BundleStand(
                  recorded.map(BundlePin::ref).orElse(other.revision()),
                  recorded.map(BundlePin::revision),
                  known.computeIfAbsent(other, this::now)));
      case BundleOrigin.PullRequest ignored -> Optional.empty();
      case BundleOrigin.GitOpsFolder ignored -> Optional.empty();
    };
  }

  private Optional<CommitSha> now(BundleOrigin.Repository other) {
    try {
      return revisions.map(it -> it.now(other));
    } catch (ProblemsException e) {
      e.problems().forEach(problem -> unasked.add(problem.asWarning()));
      return Optional.empty();
    }
  }
}
