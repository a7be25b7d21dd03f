package dev.mayfly.admission;

import dev.mayfly.forge.LabelTiming;
import dev.mayfly.forge.RepositoryAccess;
import dev.mayfly.manifest.Templates;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A pull request that wants a preview, and all that the gates look at.
 *
 * @param templates what the admins' own objects in a preview ask for
 * @param byHand true when a person named number and commit, so that nothing else is known
 * @param changedFiles empty when they could not be found out
 * @param idle time since the last change; empty when not known
 * @param access what the author may do in the repository; empty when nobody was asked
 * @param labelAge the labels against the newest push; empty when the author is known to be able to
 *     write, or nobody was asked
 * @param membership empty when nobody was asked
 * @param holders the previews that hold a place now
 */
public record Candidate(
    Platform platform,
    Templates templates,
    App app,
    PullRequest pullRequest,
    boolean byHand,
    Optional<SortedSet<String>> changedFiles,
    Optional<Duration> idle,
    Optional<RepositoryAccess> access,
    Optional<LabelTiming.Age> labelAge,
    Optional<Membership> membership,
    SortedSet<PreviewId> holders) {

  public PreviewId id() {
    return new PreviewId(app.name(), pullRequest.number());
  }

  public PullRequest.Details details() {
    return pullRequest.details();
  }
}
