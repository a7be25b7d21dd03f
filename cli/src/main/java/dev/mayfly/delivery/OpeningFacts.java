package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.App;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The facts a preview is rendered from: those of the pull request now, and what was named once and
 * stays, the backup that a clone came from and the time of opening.
 */
record OpeningFacts(
    Inquiry inquiry, DigestSource digests, BackupSource backups, InstantSource clock) {

  /**
   * Gathers them.
   *
   * @param before the overlay that is there already
   * @throws ProblemsException (refused) when it was made of a newer commit
   */
  PreviewFacts of(App app, PullRequest pullRequest, Optional<OverlayFolder> before) {
    Optional<PreviewFacts> recorded = before.map(folder -> folder.record().facts());
    recorded.ifPresent(
        facts -> requireNewer(app, pullRequest.headSha(), facts.pullRequest().headSha()));
    return new PreviewFacts(
        pullRequest,
        digests.digests(app, pullRequest.headSha()),
        recorded.flatMap(PreviewFacts::backup).or(() -> backups.backup(app)),
        recorded
            .flatMap(PreviewFacts::openedAt)
            .or(() -> Optional.of(clock.instant().truncatedTo(ChronoUnit.SECONDS))));
  }

  private void requireNewer(App app, CommitSha commit, CommitSha delivered) {
    if (!commit.equals(delivered) && inquiry.isOlder(app, delivered)) {
      throw new ProblemsException(
          Fault.REFUSED,
          Problem.error(
              "older-commit",
              null,
              "the preview runs commit "
                  + delivered.shortHex()
                  + ", which was made after "
                  + commit.shortHex()
                  + "; it is left as it is",
              "this event is old; name the pull request with --pr and --sha to go back on purpose"));
    }
  }
}
