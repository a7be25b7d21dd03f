package dev.mayfly.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.delivery.Sweep.Answer;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeBench;
import dev.mayfly.forge.StubPull;
import dev.mayfly.manifest.Templates;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.platform.PlatformLoader;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sweep concludes of a pull request. */
class ForgeJudgeTest {
  private static final RepositoryName SHOP = new RepositoryName("acme/shop");

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
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-10T09:59:59Z, preview, Stays[head=Optional[0123456789abcdef0123456789abcdef01234567]]",
    "2026-11-10T10:00:00Z, preview, Goes[reason=it was not touched for 7 days]",
    "2026-12-10T10:00:00Z, keep-preview, Goes[reason=its label was taken off]",
    "2026-11-05T10:00:00Z, docs, Goes[reason=its label was taken off]"
  })
  void aSweepAsksForAgeAndLabels(Instant when, String label, String answer) {
    now = when;
    pull.labels.clear();
    pull.labels.add(label);
    assertThat(judge("orders")).hasToString(answer);
  }

  @Test
  void aSweepAsksForTheState() {
    assertThat(judge("gone"))
        .isInstanceOfSatisfying(
            Answer.Unknown.class, it -> assertThat(it.problem().id()).isEqualTo("unknown-app"));
    platform = platform.with("spec.admission.labels.none", "[docs]");
    pull.labels.add("docs");
    assertThat(judge("orders")).hasToString("Goes[reason=it has a label that forbids it]");
    platform = platform.without("spec.admission.expiry");
    now = Instant.parse("2027-11-05T10:00:00Z");
    pull.labels.remove("docs");
    assertThat(judge("orders")).isEqualTo(new Answer.Stays(Optional.of(new CommitSha(pull.sha))));
    pull.state = "closed";
    pull.merged = true;
    assertThat(judge("orders")).hasToString("Goes[reason=its pull request is merged]");
    assertThat(judge("gone")).hasToString("Goes[reason=its pull request is merged]");
    bench.stub().pulls.clear();
    assertThat(judge("orders"))
        .isInstanceOfSatisfying(
            Answer.Unknown.class,
            it -> assertThat(it.problem().message()).startsWith("the preview orders#7 is kept: "));
  }

  /** The gates refuse its next push, and what it has would stay until somebody closes it. */
  @Test
  void aSweepAsksForTheBranchThatItGoesInto() {
    pull.base = "release/1";
    assertThat(judge("orders")).hasToString("Goes[reason=it goes into another branch now]");
    platform = platform.with("spec.admission.targetBranches", "[main, release/*]");
    assertThat(judge("orders")).isInstanceOf(Answer.Stays.class);
    pull.base = "";
    assertThat(judge("orders")).isInstanceOf(Answer.Stays.class);
  }

  @Test
  void aRepositoryKeepsItsNameWhereTheForgeDoesNotSayOtherwise() {
    RepositoryName other = new RepositoryName("acme/other");
    ForgeJudge judge = new ForgeJudge(forge, InstantSource.fixed(now));
    PreviewId id = new PreviewId("orders", new PullRequestNumber(7));
    assertThat(judge.present(policy(), id, SHOP)).isEqualTo(SHOP);
    assertThat(judge.present(policy(), id, other)).isEqualTo(other);
    platform = platform.with("spec.apps.0.repository", "acme/renamed");
    assertThat(judge.present(policy(), id, SHOP)).isEqualTo(SHOP);
  }

  private Answer judge(String app) {
    return new ForgeJudge(forge, InstantSource.fixed(now))
        .of(policy(), new PreviewId(app, new PullRequestNumber(7)), SHOP);
  }

  private Policy policy() {
    return new Policy(
        PlatformLoader.load("mayfly.yaml", platform.bytes()), new Templates(Map.of()));
  }
}
