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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A preview as an environment of GitLab, with deployments that Mayfly makes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GitLabEnvironmentsTest {
  private static final CommitSha OLD = new CommitSha("7".repeat(40));
  private static final CommitSha NEW = new CommitSha("8".repeat(40));
  private static final String NAME = "orders/pr-7";
  private static final String URL = "https://pr-7-orders.preview.example.dev";
  private ForgeBench bench;
  private Forge forge;
  private StubEnvironments there;

  @BeforeAll
  void start() {
    bench = new ForgeBench();
  }

  @AfterAll
  void stop() {
    bench.close();
  }

  @BeforeEach
  void fresh() {
    forge = bench.fresh(ForgeSettings.Kind.GITLAB);
    there = ((MergeRequestsStub) bench.stub()).environments;
  }

  private static ReportedPreview at(CommitSha commit, String url, boolean changed) {
    return new ReportedPreview(
        ForgeReadTest.SHOP, new PullRequestNumber(7), commit, NAME, Optional.of(url), changed);
  }

  private static ReportedPreview at(CommitSha commit) {
    return at(commit, URL, false);
  }

  private Deployment read(CommitSha commit) throws ForgeException {
    return forge.deployment(ForgeReadTest.SHOP, commit, NAME).orElseThrow();
  }

  private List<String> statuses() {
    return there.made.stream().map(it -> it.status).toList();
  }

  private StubEnvironments.Environment environment() {
    return there.all.get(NAME);
  }

  private void cluster(CommitSha commit, String state, String said) {
    bench.stub().reports.add(commit.hex(), NAME, state, said);
  }

  @Test
  void aPreviewIsAnEnvironmentWithItsAddress() throws ForgeException {
    forge.report(at(NEW), Deployment.delivered());
    assertThat(statuses()).containsExactly("running");
    assertThat(there.made.getFirst().ref).isEqualTo("refs/merge-requests/7/head");
    assertThat(environment().url).isEqualTo(URL);
    assertThat(environment().description).isEqualTo("`delivered; Argo CD takes it from here`");
    forge.report(at(NEW), Deployment.live());
    assertThat(statuses()).containsExactly("success");
    assertThat(environment().description).isEqualTo("`synced and healthy`");
    forge.report(at(NEW), Deployment.failed("`web` **dies**"));
    assertThat(statuses()).containsExactly("failed");
    assertThat(environment().description).isEqualTo("`'web' **dies**`");
    assertThat(read(NEW).said()).isEqualTo("'web' **dies**");
    assertThat(bench.server().requests())
        .noneMatch(it -> it.startsWith("POST") && it.contains("statuses"));
  }

  @Test
  void anAddressThatChangedIsMended() throws ForgeException {
    forge.report(at(NEW), Deployment.live());
    environment().url = "";
    forge.report(at(NEW), Deployment.delivered());
    assertThat(environment().url).isEqualTo(URL);
    assertThat(statuses()).containsExactly("success");
  }

  @Test
  void aNewerCommitTakesThePlace() throws ForgeException {
    forge.report(at(OLD), Deployment.delivered());
    forge.report(at(NEW), Deployment.queued());
    assertThat(statuses()).as("the old one is what is there").containsExactly("running");
    forge.report(at(NEW), Deployment.delivered());
    assertThat(statuses()).containsExactly("canceled", "running");
    assertThat(read(OLD).state()).isEqualTo(Deployment.State.INACTIVE);
    forge.report(at(NEW), Deployment.live());
    forge.report(at(OLD), Deployment.delivered());
    assertThat(statuses()).as("and back").containsExactly("canceled", "success", "running");
    assertThat(read(NEW).state()).isEqualTo(Deployment.State.INACTIVE);
  }

  @Test
  void whatEndedNeverRunsAgainAndIsMadeAnew() throws ForgeException {
    forge.report(at(NEW), Deployment.live());
    assertThat(statuses()).containsExactly("success");
    forge.report(at(NEW, URL, true), Deployment.delivered());
    assertThat(statuses()).containsExactly("success", "running");
    assertThat(read(NEW).state()).isEqualTo(Deployment.State.PENDING);
  }

  @Test
  void itsEndStopsTheEnvironmentAndItComesAgain() throws ForgeException {
    forge.report(at(NEW), Deployment.live());
    forge.report(at(NEW), Deployment.gone());
    assertThat(environment().state).isEqualTo("stopped");
    assertThat(environment().description).isEqualTo("`the preview is gone`");
    assertThat(statuses()).as("it was live").containsExactly("success");
    assertThat(read(NEW).state()).isEqualTo(Deployment.State.INACTIVE);
    int wishes = bench.stub().reports.wishes;
    forge.report(at(NEW), Deployment.gone());
    assertThat(bench.stub().reports.wishes).isEqualTo(wishes);
    forge.report(at(NEW), Deployment.delivered());
    assertThat(statuses()).containsExactly("success", "running");
    assertThat(read(NEW).state()).isEqualTo(Deployment.State.PENDING);
    forge.report(at(NEW), Deployment.live());
    assertThat(environment().state).isEqualTo("available");
    assertThat(read(NEW).state()).isEqualTo(Deployment.State.SUCCESS);
  }

  @Test
  void aSuccessStartsWhatWasStopped() throws ForgeException {
    forge.report(at(NEW), Deployment.live());
    forge.report(at(NEW), Deployment.gone());
    forge.report(at(NEW), Deployment.live());
    assertThat(environment().state).isEqualTo("available");
    assertThat(statuses()).containsExactly("success", "success");
  }

  @Test
  void aFailureEndsWithTheEnvironment() throws ForgeException {
    forge.report(at(NEW), Deployment.failed("no image"));
    forge.report(at(NEW), Deployment.gone());
    assertThat(statuses()).containsExactly("canceled");
    assertThat(read(NEW).state()).isEqualTo(Deployment.State.INACTIVE);
  }

  @Test
  void whatTheClusterSaysInAStatusIsReadAndTakenOver() throws ForgeException {
    forge.report(at(NEW), Deployment.delivered());
    cluster(NEW, "failed", "no image");
    assertThat(read(NEW).said()).isEqualTo("no image");
    assertThat(forge.report(at(NEW), Deployment.delivered()).said()).isEqualTo("no image");
    assertThat(statuses()).containsExactly("failed");
    assertThat(environment().description).isEqualTo("`no image`");
    cluster(NEW, "success", "synced");
    forge.report(at(NEW), Deployment.delivered());
    assertThat(statuses()).containsExactly("success");
    cluster(NEW, "running", "a sync is running");
    assertThat(read(NEW).said()).isEqualTo("a sync is running");
    forge.report(at(NEW), Deployment.delivered());
    assertThat(statuses()).as("it is still there").containsExactly("success");
    forge.report(at(NEW, URL, true), Deployment.delivered());
    assertThat(read(NEW).isKnownByGit()).as("the cluster spoke later").isFalse();
  }

  @Test
  void whatTheClusterReportsFirstHasItsEnvironmentAllTheSame() throws ForgeException {
    cluster(NEW, "running", "a sync is running");
    assertThat(forge.report(at(NEW), Deployment.delivered()).said()).isEqualTo("a sync is running");
    assertThat(statuses()).containsExactly("running");
    assertThat(environment().url).isEqualTo(URL);
  }

  @Test
  void anotherEnvironmentOfTheSameCommitIsNotLookedAt() throws ForgeException {
    forge.report(at(NEW), Deployment.live());
    there.deployByJob("production", NEW.hex(), "success");
    assertThat(read(NEW).state()).isEqualTo(Deployment.State.SUCCESS);
    forge.report(at(NEW), Deployment.failed("no image"));
    assertThat(statuses()).containsExactly("failed", "success");
  }

  @Test
  void anOlderFailureStaysOne() throws ForgeException {
    forge.report(at(OLD), Deployment.failed("no image"));
    forge.report(at(NEW), Deployment.live());
    forge.report(at(NEW), Deployment.gone());
    assertThat(statuses()).containsExactly("failed", "success");
  }

  @Test
  void aFailureThatTheChangeMayMendIsOverWhileItStillRunsHere() throws ForgeException {
    forge.report(at(NEW), Deployment.delivered());
    cluster(NEW, "failed", "no image");
    forge.report(at(NEW, URL, true), Deployment.delivered());
    assertThat(statuses()).containsExactly("canceled", "running");
    assertThat(read(NEW).state()).isEqualTo(Deployment.State.PENDING);
  }

  @Test
  void aPipelineKeepsItsEnvironment() throws ForgeException {
    forge.report(at(OLD), Deployment.delivered());
    there.deployByJob(NAME, NEW.hex(), "running");
    forge.report(at(NEW), Deployment.delivered());
    forge.report(at(NEW), Deployment.live());
    assertThat(statuses()).containsExactly("canceled", "running");
    assertThat(environment().state).isEqualTo("available");
    assertThat(read(NEW).state()).as("the status says it").isEqualTo(Deployment.State.SUCCESS);
    forge.report(at(NEW), Deployment.gone());
    assertThat(environment().state).as("its own job stops it").isEqualTo("available");
    assertThat(read(NEW).state()).isEqualTo(Deployment.State.INACTIVE);
  }

  @Test
  void whereThereAreNoEnvironmentsAStatusTells() throws ForgeException {
    for (boolean disabled : new boolean[] {true, false}) {
      fresh();
      there.disabled = disabled;
      there.isProtected = !disabled;
      forge.report(at(NEW), Deployment.delivered());
      forge.report(at(NEW), Deployment.live());
      assertThat(there.made).isEmpty();
      assertThat(read(NEW).said()).isEqualTo("synced and healthy");
      forge.report(at(NEW), Deployment.gone());
      assertThat(read(NEW).said()).isEqualTo("the preview is gone");
    }
  }

  @Test
  void whatWasMadeAndMayNotBeEndedIsAnError() throws ForgeException {
    forge.report(at(NEW), Deployment.delivered());
    there.isProtected = true;
    assertThat(
            catchThrowableOfType(
                    ForgeException.class, () -> forge.report(at(NEW), Deployment.gone()))
                .kind())
        .isEqualTo(ForgeException.Kind.UNAUTHORIZED);
    assertThat(environment().state).isEqualTo("available");
  }

  @Test
  void anOutageIsNoRefusal() {
    bench.server().breakAt(1, StubServer.Fault.BAD_GATEWAY, true);
    assertThat(
            catchThrowableOfType(
                    ForgeException.class, () -> forge.report(at(NEW), Deployment.delivered()))
                .kind())
        .isEqualTo(ForgeException.Kind.UNREACHABLE);
  }
}
