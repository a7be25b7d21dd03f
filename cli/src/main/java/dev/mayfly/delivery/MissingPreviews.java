package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.forge.ListedPullRequest;
import dev.mayfly.platform.App;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Opens previews of pull requests that should have one and have none: their event was lost, or the
 * run for it died before its GitOps pull request was there.
 */
public final class MissingPreviews {
  private static final String BEHIND = "no run has delivered its newest commit";
  private final Delivery delivery;
  private final Forge forge;
  private final OverlaySources sources;
  private final Announcement announcement;
  private final List<Problem> problems = new ArrayList<>();
  private Optional<Fault> worst = Optional.empty();

  public MissingPreviews(
      Delivery delivery, Forge forge, OverlaySources sources, Announcement announcement) {
    this.delivery = delivery;
    this.forge = forge;
    this.sources = sources;
    this.announcement = announcement;
  }

  /** One that lacked, what becomes of it, and why. */
  public record Missing(PreviewId id, Effect effect, String reason) {}

  /** Opens what was missing when the repository was looked at. */
  public List<Missing> open(Policy policy, GitOpsView seen) {
    List<Missing> missing = new ArrayList<>();
    SortedSet<PreviewId> there = seen.overlays();
    for (App app : policy.platform().apps()) {
      for (ListedPullRequest candidate : candidates(app)) {
        PreviewId id = new PreviewId(app.name(), candidate.number());
        boolean labelled =
            policy.platform().admission().labels().missing(candidate.labels()).isEmpty();
        if (labelled && !there.contains(id)) {
          open(app, candidate, id).ifPresent(missing::add);
        }
      }
    }
    return missing;
  }

  /** What could not be read; the rest went on. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Whose fault it is that something was not opened; a remote's comes before all others. */
  public Optional<Fault> worst() {
    return worst;
  }

  private void failed(Fault fault) {
    if (fault == Fault.REMOTE || worst.isEmpty()) {
      worst = Optional.of(fault);
    }
  }

  private List<ListedPullRequest> candidates(App app) {
    try {
      return forge.listOpen(app.repository()).items();
    } catch (ForgeException e) {
      failed(Fault.REMOTE);
      problems.add(e.problem());
      return List.of();
    }
  }

  private Optional<Missing> open(App app, ListedPullRequest candidate, PreviewId id) {
    try {
      Opening.Delivered delivered =
          new Opening(
                  delivery,
                  new PreviewSelection(Optional.of(app.name())),
                  ForgeLookup.of(forge, candidate, delivery.clock()),
                  sources,
                  announcement.proposals(),
                  false)
              .run();
      if (!delivery.dryRun()) {
        problems.addAll(announcement.opened(delivered).warnings());
      }
      Effect effect = delivered.outcome().effect();
      return effect == Effect.UNCHANGED
          ? Optional.empty()
          : Optional.of(new Missing(id, effect, effect == Effect.OPENED ? "missing" : BEHIND));
    } catch (ProblemsException e) {
      if (e.fault() != Fault.REFUSED) {
        failed(e.fault());
        e.problems().forEach(it -> problems.add(it.about("the preview " + id + " is not opened")));
        return Optional.empty();
      }
      if (!delivery.dryRun() && candidate.headSha().isPresent()) {
        PullRequest source =
            new PullRequest(app.repository(), candidate.number(), candidate.headSha().get());
        problems.addAll(announcement.refused(source, id, e));
      }
      return Optional.of(new Missing(id, Effect.NOT_OPENED, e.problems().getFirst().message()));
    }
  }
}
