package dev.mayfly.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequestNumber;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a forge is told of a preview, and that each word is said once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeploymentWritesTest {
  private static final CommitSha OLD = new CommitSha("7".repeat(40));
  private static final CommitSha NEW = new CommitSha("8".repeat(40));
  private static final String ENVIRONMENT = "orders/pr-7";
  private static final String URL = "https://pr-7-orders.preview.example.dev";
  private static final Deployment LIVE = new Deployment(Deployment.State.SUCCESS, "healthy");
  private ForgeBench bench;

  @BeforeAll
  void start() {
    bench = new ForgeBench();
  }

  @AfterAll
  void stop() {
    bench.close();
  }

  private static Deployment failed(String said) {
    return new Deployment(Deployment.State.FAILURE, said);
  }

  private static ReportedPreview at(CommitSha commit) {
    return new ReportedPreview(
        ForgeReadTest.SHOP, new PullRequestNumber(7), commit, ENVIRONMENT, Optional.of(URL), false);
  }

  private List<String> states(CommitSha commit) {
    return bench.stub().reports.all().stream()
        .filter(it -> it.sha().equals(commit.hex()))
        .map(StubReports.Report::state)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void whatIsReportedIsReadBack(ForgeSettings.Kind kind) throws ForgeException {
    Forge forge = bench.fresh(kind);
    for (Deployment said :
        List.of(
            Deployment.queued(),
            Deployment.delivered(),
            failed("ImagePullBackOff"),
            LIVE,
            Deployment.gone())) {
      assertThat(forge.report(at(NEW), said)).isEqualTo(said);
      if (kind == ForgeSettings.Kind.GITLAB && said.equals(Deployment.queued())) {
        assertThat(forge.deployment(ForgeReadTest.SHOP, NEW, ENVIRONMENT)).isEmpty();
        continue;
      }
      Deployment read = forge.deployment(ForgeReadTest.SHOP, NEW, ENVIRONMENT).orElseThrow();
      // GitLab's deployment has no words, and its environment is asked for those of an end.
      boolean wordless =
          kind == ForgeSettings.Kind.GITLAB && said.state() == Deployment.State.PENDING;
      assertThat(read.said()).isEqualTo(wordless ? "" : said.said());
      // A queue is no state of its own everywhere.
      assertThat(read.state())
          .isEqualTo(
              said.state() == Deployment.State.QUEUED ? Deployment.State.PENDING : said.state());
    }
    assertThat(bench.stub().reports.urls).contains(URL);
    assertThat(bench.stub().reports.all()).allMatch(it -> it.environment().equals(ENVIRONMENT));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void nothingIsSaidTwiceAndTheEndIsNotTakenBack(ForgeSettings.Kind kind) throws ForgeException {
    Forge forge = bench.fresh(kind);
    forge.report(at(NEW), Deployment.delivered());
    int wishes = bench.stub().reports.wishes;
    forge.report(at(NEW), Deployment.delivered());
    forge.report(at(NEW), Deployment.queued());
    assertThat(bench.stub().reports.wishes).isEqualTo(wishes);
    forge.report(at(NEW), LIVE);
    wishes = bench.stub().reports.wishes;
    Deployment stands = forge.report(at(NEW), Deployment.delivered());
    assertThat(stands.state()).isEqualTo(Deployment.State.SUCCESS);
    assertThat(bench.stub().reports.wishes).isEqualTo(wishes);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aPreviewThatNeverWasIsNotReportedGone(ForgeSettings.Kind kind) throws ForgeException {
    bench.fresh(kind).report(at(NEW), Deployment.gone());
    assertThat(bench.stub().reports.all()).isEmpty();
  }

  @Test
  void atGitHubANewerCommitEndsTheOlderOnes() throws ForgeException {
    Forge forge = bench.fresh(ForgeSettings.Kind.GITHUB);
    bench.stub().reports.add(OLD.hex(), "billing/pr-7", "success", "");
    forge.report(at(OLD), Deployment.delivered());
    forge.report(at(NEW), Deployment.queued());
    assertThat(states(OLD)).containsExactly("success", "in_progress");
    forge.report(at(NEW), Deployment.delivered());
    assertThat(states(OLD)).containsExactly("success", "inactive");
    assertThat(states(NEW)).containsExactly("in_progress");
    forge.report(at(OLD), Deployment.gone());
    assertThat(states(NEW)).containsExactly("inactive");
  }

  @Test
  void longWordsAreCut() throws ForgeException {
    Forge forge = bench.fresh(ForgeSettings.Kind.GITHUB);
    forge.report(at(NEW), failed("x".repeat(1000)));
    assertThat(bench.stub().reports.all().getFirst().said()).hasSize(140).endsWith("…");
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 410, 422})
  void aRefusalIsAnError(int status) {
    for (ForgeSettings.Kind kind :
        List.of(ForgeSettings.Kind.GITHUB, ForgeSettings.Kind.GITLAB, ForgeSettings.Kind.GITEA)) {
      Forge forge = bench.fresh(kind);
      bench.stub().reports.refusal = status;
      assertThat(
              catchThrowableOfType(
                  ForgeException.class, () -> forge.report(at(NEW), Deployment.delivered())))
          .as(kind + " " + status)
          .isNotNull();
    }
  }
}
