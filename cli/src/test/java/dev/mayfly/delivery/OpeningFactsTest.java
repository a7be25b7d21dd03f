package dev.mayfly.delivery;

import static dev.mayfly.delivery.DeliveryCase.BEFORE;
import static dev.mayfly.delivery.DeliveryCase.BUILT;
import static dev.mayfly.delivery.DeliveryCase.HEAD;
import static dev.mayfly.delivery.DeliveryCase.OTHER;
import static dev.mayfly.delivery.DeliveryCase.draft;
import static dev.mayfly.delivery.DeliveryCase.facts;
import static dev.mayfly.delivery.DeliveryCase.folder;
import static dev.mayfly.delivery.DeliveryCase.pullRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.admission.Candidate;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.platform.App;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a preview is rendered from: what is so now, and what was named once and stays. */
class OpeningFactsTest {
  private static final Instant OPENED = Instant.parse("2026-11-01T00:00:00Z");
  private YamlDraft draft = draft();
  private Map<String, ImageDigest> built = Map.of("app", BUILT);
  private boolean older;

  /** Says of every commit alike whether it is older. */
  private final class Lookup implements PullRequestLookup {
    @Override
    public PullRequest named() {
      return DeliveryCase.pullRequest(HEAD);
    }

    @Override
    public PullRequest pullRequest() {
      return named();
    }

    @Override
    public boolean isOlder(App app, CommitSha delivered) {
      return older;
    }

    @Override
    public Candidate candidate(Policy policy, App app, SortedSet<PreviewId> holders) {
      throw new AssertionError("nobody asks");
    }
  }

  @Test
  void aNewPreviewHasEverythingFromNow() {
    PreviewFacts facts = of(false, Optional.empty(), Optional.empty());
    assertThat(facts.pullRequest()).isEqualTo(pullRequest(HEAD));
    assertThat(facts.digests()).isEqualTo(built);
    assertThat(facts.backup()).contains("newest");
    assertThat(facts.openedAt()).contains(Instant.parse("2026-11-22T00:00:01Z"));
    assertThat(facts.attempt()).isEqualTo(1);
    assertThat(facts.bundle()).isEmpty();
  }

  @Test
  void whatWasNamedOnceStays() {
    PreviewFacts merged = facts(OTHER).backup(Optional.of("first")).openedAt(OPENED).attempt(3);
    PreviewFacts facts = of(false, Optional.empty(), Optional.of(merged));
    assertThat(facts.pullRequest().headSha()).isEqualTo(HEAD);
    assertThat(facts.backup()).contains("first");
    assertThat(facts.openedAt()).contains(OPENED);
    assertThat(facts.attempt()).isEqualTo(3);
    PreviewFacts proposed = facts(OTHER).backup(Optional.of("second"));
    assertThat(of(false, Optional.of(proposed), Optional.of(merged)).backup()).contains("second");
  }

  @ParameterizedTest
  @CsvSource({
    "false, 0, 0, 1",
    "true, 0, 0, 1",
    "false, 0, 4, 4",
    "true, 0, 4, 5",
    "false, 5, 4, 5",
    "true, 5, 4, 5",
    "false, 2, 4, 4",
    "true, 6, 0, 6"
  })
  void anAttemptIsOneMoreThanWhatIsMerged(boolean retry, int proposed, int merged, int attempt) {
    assertThat(of(retry, attempt(proposed), attempt(merged)).attempt()).isEqualTo(attempt);
  }

  private static Optional<PreviewFacts> attempt(int attempt) {
    return attempt == 0 ? Optional.empty() : Optional.of(facts(HEAD).attempt(attempt));
  }

  @Test
  void whatNeedNotBeBuiltKeepsItsDigest() {
    PreviewFacts before =
        new PreviewFacts(pullRequest(OTHER), Map.of("app", BEFORE), Optional.empty());
    draft = draft.with("spec.apps.0.images.0.unchanged", "target-branch");
    assertThat(of(false, Optional.empty(), Optional.of(before)).digests()).isEqualTo(built);
    built = Map.of();
    assertThat(of(false, Optional.empty(), Optional.of(before)).digests())
        .isEqualTo(Map.of("app", BEFORE));
    draft = draft();
    assertThat(of(false, Optional.empty(), Optional.of(before)).digests()).isEmpty();
  }

  @Test
  void anOldEventLeavesANewerCommitAlone() {
    older = true;
    assertThat(of(false, Optional.empty(), Optional.of(facts(HEAD)))).isNotNull();
    assertThatThrownBy(() -> of(false, Optional.empty(), Optional.of(facts(OTHER))))
        .isInstanceOfSatisfying(
            ProblemsException.class, it -> assertThat(it.fault()).isEqualTo(Fault.REFUSED))
        .hasMessage(
            "the preview runs commit %s, which was made after %s; it is left as it is"
                .formatted(OTHER.shortHex(), HEAD.shortHex()));
    older = false;
    assertThat(of(false, Optional.empty(), Optional.of(facts(OTHER)))).isNotNull();
  }

  private PreviewFacts of(
      boolean retry, Optional<PreviewFacts> proposed, Optional<PreviewFacts> merged) {
    OverlaySources sources =
        new OverlaySources(
            (app, head) -> built, app -> Optional.of("newest"), BundleRevisions.NONE, List.of());
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T00:00:01.234Z"));
    return new OpeningFacts(new Lookup(), sources, clock, retry)
        .of(
            DeliveryCase.app(draft),
            pullRequest(HEAD),
            proposed.map(DeliveryCase::folder),
            merged.map(it -> folder(it)));
  }
}
