package dev.mayfly.live;

import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.preview.CommitSha;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whether an Application was compared with the pull request's commit: the one question that its
 * status does not answer by itself. Remembers what it saw, since of two commits only the order in
 * which they came tells which is newer.
 */
final class CommitCarried {
  private final Wanted wanted;
  private final GitOpsRecords records;
  private boolean seen;

  CommitCarried(Wanted wanted, GitOpsRecords records) {
    this.wanted = wanted;
    this.records = records;
  }

  /** The source that tells the commit; empty in an Application of something else. */
  OptionalInt source(ApplicationStatus application) {
    return switch (wanted.carrier()) {
      case BUNDLE -> application.source(wanted.bundleRepository(), wanted.bundlePath());
      case OVERLAY, NONE -> application.source(wanted.overlayRepository(), wanted.overlayPath());
    };
  }

  /** What keeps the Application from being at the commit; nothing where it is. */
  Optional<Observation> obstacle(ApplicationStatus application, int source) {
    return switch (wanted.carrier()) {
      case BUNDLE -> ofBundle(application, source);
      case OVERLAY -> ofOverlay(application, source);
      case NONE -> Optional.empty();
    };
  }

  private Optional<Observation> ofBundle(ApplicationStatus application, int source) {
    String commit = wanted.commit().hex();
    String asked = application.wanted(source);
    if (!asked.equals(commit)) {
      return Optional.of(other(asked, application.hadDeployed(source, commit)));
    }
    seen = true;
    String compared = application.comparedTo(source);
    boolean current =
        application.compared(source).equals(commit)
            && (compared.isEmpty() || compared.equals(commit));
    return current ? Optional.empty() : waiting("is not compared with the commit yet");
  }

  private Optional<Observation> ofOverlay(ApplicationStatus application, int source) {
    Optional<PreviewFacts> facts =
        CommitSha.parse(application.compared(source)).flatMap(records::at);
    if (facts.isEmpty()) {
      return Optional.of(
          Observation.of(
              Observation.Stage.UNSEEN, "was compared with no overlay that can be read"));
    }
    String commit = facts.get().pullRequest().headSha().hex();
    if (!commit.equals(wanted.commit().hex())) {
      return Optional.of(other(commit, false));
    }
    seen = true;
    boolean handed =
        facts.get().digests().entrySet().stream()
            .filter(image -> wanted.injected().contains(image.getKey()))
            .allMatch(image -> mentions(application, source, image.getValue().text()));
    return handed ? Optional.empty() : waiting("has not been given the images of the commit yet");
  }

  /** The bundle's source is another than the overlay's; which, an admin's template decides. */
  private static boolean mentions(ApplicationStatus application, int overlay, String digest) {
    for (int i = 0; i < application.sources(); i++) {
      if (i != overlay && application.mentions(i, digest)) {
        return true;
      }
    }
    return false;
  }

  private Observation other(String commit, boolean deployedBefore) {
    String at =
        CommitSha.parse(commit).map(sha -> "`" + sha.shortHex() + "`").orElse("another revision");
    return seen || deployedBefore
        ? Observation.of(Observation.Stage.SUPERSEDED, "went on to commit " + at)
        : Observation.of(Observation.Stage.BEHIND, "is at commit " + at);
  }

  private static Optional<Observation> waiting(String words) {
    return Optional.of(Observation.of(Observation.Stage.WAITING, words));
  }
}
