package dev.mayfly.delivery;

import dev.mayfly.admission.Candidate;
import dev.mayfly.admission.PreviewId;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PullRequest;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;

/**
 * Believes what was given, because there is no forge to ask.
 *
 * @param byHand true when a person named it on the command line
 * @param changedFiles the files of the pull request, where Git can tell; only asked when it counts
 */
public record EventInquiry(
    PullRequest pullRequest, boolean byHand, Supplier<Optional<SortedSet<String>>> changedFiles)
    implements Inquiry {

  @Override
  public PullRequest named() {
    return pullRequest;
  }

  @Override
  public Candidate candidate(Platform platform, App app, SortedSet<PreviewId> holders) {
    return new Candidate(
        platform,
        app,
        pullRequest,
        byHand,
        changedFiles.get(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        holders);
  }
}
