package dev.mayfly.delivery;

import static dev.mayfly.delivery.DiskDelivery.pullRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.admission.Candidate;
import dev.mayfly.manifest.Templates;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.platform.App;
import dev.mayfly.platform.PlatformLoader;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequest.State;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is believed where there is no forge to ask. */
class EventLookupTest {
  private static final CommitSha OTHER = new CommitSha("a".repeat(40));
  private static final EventLookup.AppHistory BEHIND =
      new EventLookup.AppHistory() {
        @Override
        public Optional<SortedSet<String>> changedFiles(App app, PullRequest pullRequest) {
          return Optional.of(new TreeSet<>(Set.of("a")));
        }

        @Override
        public boolean isBehind(App app, CommitSha commit, CommitSha other) {
          return other.equals(OTHER) && !commit.equals(OTHER);
        }
      };

  private final Policy policy =
      new Policy(
          PlatformLoader.load("mayfly.yaml", YamlDraft.example("primitives").bytes()),
          new Templates(Map.of()));
  private final App app = policy.platform().app("orders").orElseThrow();

  @Test
  void anEventIsBelieved() {
    EventLookup lookup = new EventLookup(pullRequest(7, State.OPEN), false, BEHIND);
    Candidate candidate = lookup.candidate(policy, app, new TreeSet<>());
    assertThat(lookup.named()).isEqualTo(candidate.pullRequest());
    assertThat(candidate.byHand()).isFalse();
    assertThat(candidate.changedFiles().orElseThrow()).containsExactly("a");
    assertThat(candidate.idle()).isEmpty();
    assertThat(candidate.access()).isEmpty();
    assertThat(candidate.labelAge()).isEmpty();
    assertThat(candidate.membership()).isEmpty();
    assertThat(lookup.isOlder(app, OTHER)).isTrue();
    assertThat(lookup.isOlder(app, pullRequest(7, State.OPEN).headSha())).isFalse();
  }

  @Test
  void whoNamesACommitByHandMayGoBack() {
    EventLookup lookup = new EventLookup(pullRequest(7, State.OPEN), true, BEHIND);
    Candidate candidate = lookup.candidate(policy, app, new TreeSet<>());
    assertThat(candidate.byHand()).isTrue();
    assertThat(candidate.changedFiles()).isEmpty();
    assertThat(lookup.isOlder(app, OTHER)).isFalse();
  }

  @Test
  void aPullRequestThatIsMadeUpIsAheadOfEverything() {
    EventLookup.AppHistory history = EventLookup.AppHistory.changing(new TreeSet<>(Set.of("b")));
    assertThat(history.isBehind(app, OTHER, OTHER)).isFalse();
    assertThat(history.changedFiles(app, pullRequest(7, State.OPEN)).orElseThrow())
        .containsExactly("b");
  }
}
