package dev.mayfly.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.admission.Candidate;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeBench;
import dev.mayfly.forge.LabelTiming.Age;
import dev.mayfly.forge.RepositoryAccess;
import dev.mayfly.forge.StubPull;
import dev.mayfly.manifest.Templates;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.platform.PlatformLoader;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a forge is asked about a pull request. */
class ForgeLookupTest {
  private static final RepositoryName SHOP = new RepositoryName("acme/shop");
  private static final PullRequest NAMED =
      new PullRequest(SHOP, new PullRequestNumber(7), new CommitSha("a".repeat(40)));

  private final ForgeBench bench = new ForgeBench();
  private YamlDraft platform =
      YamlDraft.example("primitives").with("spec.apps.0.repository", "acme/shop");
  private Instant now = Instant.parse("2026-11-05T10:00:00Z");
  private Forge forge;
  private StubPull pull;

  @BeforeEach
  void start() {
    forge = bench.fresh(ForgeSettings.Kind.GITHUB);
    pull = bench.stub().pulls.get(7);
    pull.labels.add("preview");
    pull.files.add("primitives/service/orders/a.go");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void whoMayWriteIsAskedNothingMore() {
    Candidate candidate = candidate();
    assertThat(candidate.pullRequest().headSha().hex()).isEqualTo(pull.sha);
    assertThat(candidate.changedFiles().orElseThrow())
        .containsExactly("primitives/service/orders/a.go");
    assertThat(candidate.idle()).contains(Duration.ofDays(2));
    assertThat(candidate.access()).contains(RepositoryAccess.WRITE);
    assertThat(candidate.labelAge()).isEmpty();
    assertThat(candidate.membership()).isPresent();
    assertThat(candidate.byHand()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01T10:59:59Z, NEWER",
    "2026-11-01T11:00:00Z, OLDER",
    "2026-11-01T11:00:01Z, OLDER"
  })
  void ofWhoMayNotTheLabelHasToBeNewer(String pushedAt, Age age) {
    pull.author = "eve";
    pull.pushedAt = pushedAt;
    Candidate candidate = candidate();
    assertThat(candidate.access()).contains(RepositoryAccess.LESS);
    assertThat(candidate.labelAge()).contains(age);
  }

  @Test
  void theWorstOfSeveralLabelsCounts() {
    pull.author = "eve";
    pull.pushedAt = "2026-11-01T10:00:00Z";
    platform = platform.with("spec.admission.labels.all", "[docs, preview]");
    assertThat(candidate().labelAge()).contains(Age.UNKNOWN);
    platform = platform.with("spec.admission.labels.all", "[preview, docs]");
    assertThat(candidate().labelAge()).contains(Age.UNKNOWN);
    pull.pushedAt = "2026-11-01T12:00:00Z";
    pull.labels.add("docs");
    assertThat(candidate().labelAge()).contains(Age.OLDER);
  }

  @Test
  void whereNoLabelIsWantedNobodyIsAskedWhatHeMay() {
    platform = platform.with("spec.admission.labels.all", "[]");
    assertThat(candidate().access()).isEmpty();
    platform =
        platform
            .without("spec.gitops.change")
            .without("spec.capacity")
            .with("spec.gitops.delivery", "generator");
    pull.author = "eve";
    Candidate byGenerator = candidate();
    assertThat(byGenerator.access()).contains(RepositoryAccess.LESS);
    assertThat(byGenerator.labelAge()).isEmpty();
  }

  @Test
  void ofAClosedOneNothingElseIsAsked() {
    pull.state = "closed";
    Candidate candidate = candidate();
    assertThat(candidate.changedFiles()).isEmpty();
    assertThat(candidate.access()).isEmpty();
    assertThat(candidate.labelAge()).isEmpty();
    assertThat(candidate.membership()).isEmpty();
  }

  @Test
  void anAppWithoutPathsHasNoFilesAskedFor() {
    platform = platform.without("spec.apps.0.paths");
    assertThat(candidate().changedFiles()).isEmpty();
  }

  @Test
  void aForgeThatDoesNotAnswerEndsTheCommand() {
    bench.stub().pulls.clear();
    assertThatThrownBy(this::candidate).isInstanceOf(ProblemsException.class);
    assertThatThrownBy(() -> lookup().pullRequest()).isInstanceOf(ProblemsException.class);
  }

  private Candidate candidate() {
    Policy policy = policy();
    return lookup()
        .candidate(policy, policy.platform().app("orders").orElseThrow(), new TreeSet<>());
  }

  private ForgeLookup lookup() {
    return new ForgeLookup(forge, NAMED, InstantSource.fixed(now));
  }

  private Policy policy() {
    return new Policy(
        PlatformLoader.load("mayfly.yaml", platform.bytes()), new Templates(Map.of()));
  }

  /** It tells the newest commit itself. */
  @Test
  void ofAForgeNoCommitIsTheOlder() {
    assertThat(lookup().isOlder(policy().platform().app("orders").orElseThrow(), NAMED.headSha()))
        .isFalse();
  }
}
