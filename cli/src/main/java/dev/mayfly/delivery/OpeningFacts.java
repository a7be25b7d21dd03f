package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Image;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.preview.PullRequest;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The facts a preview is rendered from: those of the pull request now, and what was named once and
 * stays: the backup that a clone came from, the commit of an admin's branch and the time of
 * opening.
 *
 * @param retry whether Argo CD shall try again what it has
 */
record OpeningFacts(
    PullRequestLookup lookup, OverlaySources sources, InstantSource clock, boolean retry) {

  /**
   * Gathers them.
   *
   * @param proposed the overlay that waits on a branch of its own
   * @param merged the overlay that Argo CD has
   * @throws ProblemsException (refused) when it was made of a newer commit
   */
  PreviewFacts of(
      App app,
      PullRequest pullRequest,
      Optional<OverlayFolder> proposed,
      Optional<OverlayFolder> merged) {
    Optional<PreviewFacts> there = merged.map(OverlayFolder::facts);
    Optional<PreviewFacts> recorded = proposed.map(OverlayFolder::facts).or(() -> there);
    recorded.ifPresent(
        facts -> requireNewer(app, pullRequest.headSha(), facts.pullRequest().headSha()));
    return new PreviewFacts(
        pullRequest,
        digests(app, pullRequest, recorded),
        recorded.flatMap(PreviewFacts::backup).or(() -> sources.backups().backup(app)),
        sources.revisions().pin(app, recorded.flatMap(PreviewFacts::bundle)),
        recorded
            .flatMap(PreviewFacts::openedAt)
            .or(() -> Optional.of(clock.instant().truncatedTo(ChronoUnit.SECONDS))),
        attempt(recorded, there));
  }

  /** What the pull request built, and of what it may leave as it is the digest that is there. */
  private Map<String, ImageDigest> digests(
      App app, PullRequest pullRequest, Optional<PreviewFacts> recorded) {
    Map<String, ImageDigest> found =
        new TreeMap<>(sources.digests().digests(app, pullRequest.headSha()));
    for (Image image : app.images()) {
      if (image.mayBeUnchanged()) {
        recorded
            .map(facts -> facts.digests().get(image.id()))
            .ifPresent(digest -> found.putIfAbsent(image.id(), digest));
      }
    }
    return found;
  }

  /**
   * One more than what Argo CD has, however often it is asked for until that is merged; what was
   * asked for stays when a newer commit comes.
   */
  private int attempt(Optional<PreviewFacts> recorded, Optional<PreviewFacts> there) {
    int known = there.map(PreviewFacts::attempt).orElse(1);
    return retry && there.isPresent()
        ? there.get().nextAttempt()
        : Math.max(known, recorded.map(PreviewFacts::attempt).orElse(1));
  }

  private void requireNewer(App app, CommitSha commit, CommitSha delivered) {
    if (!commit.equals(delivered) && lookup.isOlder(app, delivered)) {
      throw Fault.REFUSED.error(
          "older-commit",
          "the preview runs commit "
              + delivered.shortHex()
              + ", which was made after "
              + commit.shortHex()
              + "; it is left as it is",
          "this event is old; name the pull request with --pr and --sha to go back on purpose");
    }
  }
}
