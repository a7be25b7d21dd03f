package dev.mayfly.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PullRequestTest {
  private static final RepositoryName HERE = new RepositoryName("acme/shop");
  private static final RepositoryName FORK = new RepositoryName("eve/shop");
  private static final RepositoryName NOW = new RepositoryName("acme/market");

  @Test
  void whatIsNotKnownToBeOursIsAFork() {
    assertThat(from(Optional.of(HERE)).isFork()).isFalse();
    assertThat(from(Optional.of(FORK)).isFork()).isTrue();
    assertThat(from(Optional.empty()).isFork()).isTrue();
  }

  @Test
  void aRepositoryThatIsRenamedTakesItsCommitsAlong() {
    assertThat(from(Optional.of(HERE)).in(NOW))
        .isEqualTo(
            new PullRequest(NOW, new PullRequestNumber(7), sha(), details(Optional.of(NOW))));
    assertThat(from(Optional.of(FORK)).in(NOW).details().headRepository()).contains(FORK);
    assertThat(from(Optional.empty()).in(NOW).details().headRepository()).isEmpty();
    assertThat(new PullRequest(HERE, new PullRequestNumber(7), sha()).details())
        .isEqualTo(PullRequest.Details.UNKNOWN);
  }

  private static PullRequest from(Optional<RepositoryName> head) {
    return new PullRequest(HERE, new PullRequestNumber(7), sha(), details(head));
  }

  private static PullRequest.Details details(Optional<RepositoryName> head) {
    return new PullRequest.Details(
        PullRequest.State.MERGED, true, "a", "b", "c", "d", head, Set.of("e"));
  }

  private static CommitSha sha() {
    return new CommitSha("2f22765d04931a078909145ca628d2264c852d7d");
  }
}
