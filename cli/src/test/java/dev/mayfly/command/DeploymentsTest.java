package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.forge.MergeRequestsStub;
import dev.mayfly.forge.StubPull;
import dev.mayfly.forge.StubReports;
import dev.mayfly.platform.ForgeSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A preview's life as the forge shows it beside the pull request. */
class DeploymentsTest {
  @TempDir private Path temp;
  private DeliveryWorld world;

  @BeforeEach
  void start() {
    world = of(ForgeSettings.Kind.GITHUB);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private DeliveryWorld of(ForgeSettings.Kind kind) {
    return DeliveryWorld.of(temp.resolve(kind + ""), kind, text -> reporting(text));
  }

  private static String reporting(String platform) {
    String reporting =
        platform.replaceFirst(
            "(?m)^( +)kind: (github|gitlab|gitea)$", "$1deployments: true\n$1kind: $2");
    assertThat(reporting).isNotEqualTo(platform);
    return reporting;
  }

  private List<String> states() {
    return world.app().reports.all().stream().map(StubReports.Report::state).toList();
  }

  private String comment() {
    return world.app().comments.getFirst().body();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void followsItFromTheBranchToTheEnd(ForgeSettings.Kind kind) {
    if (kind != ForgeSettings.Kind.GITHUB) {
      world.close();
      world = of(kind);
    }
    StubPull pull = world.pull(7);
    CommandLineRun run = world.open(7, "-o", "json");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("\"environment\": \"orders/pr-7\"", "\"deployment\": \"queued\"");
    if (kind == ForgeSettings.Kind.GITLAB) {
      assertThat(states()).as("GitLab knows no deployment that waits").isEmpty();
    } else {
      assertThat(world.app().reports.all().getLast().said())
          .isEqualTo("waits for its GitOps pull request");
    }
    world.merge("mayfly/orders/pr-7");
    assertThat(world.sync("--apply").code()).isZero();
    StubReports.Report first = world.app().reports.all().getLast();
    assertThat(first.environment()).isEqualTo("orders/pr-7");
    assertThat(first.sha()).isEqualTo(pull.sha);
    assertThat(first.said()).contains("Argo CD takes it from here");
    int wishes = world.app().reports.wishes;
    world.sync("--apply");
    assertThat(world.app().reports.wishes).isEqualTo(wishes);
    pull.state = "closed";
    world.close(7);
    assertThat(states()).doesNotContain("inactive", "canceled", "skipped");
    world.merge("mayfly/orders/pr-7");
    world.sync("--apply");
    assertThat(states().getLast()).isIn("inactive", "canceled", "skipped");
  }

  @Test
  void whatTheClusterSaysStandsInTheComment() {
    world.editPlatform(DeliveryWorld::push);
    StubPull pull = world.pull(7);
    world.open(7);
    assertThat(comment()).contains("delivered").doesNotContain("is live");
    world.app().reports.add(pull.sha, "orders/pr-7", "failure", "`web` <b>cannot</b> start");
    world.sync("--apply");
    assertThat(comment()).contains("is delivered and failed", "cannot").doesNotContain("<b>");
    world.app().reports.add(pull.sha, "orders/pr-7", "success", "");
    world.sync("--apply");
    assertThat(comment()).contains("is live").doesNotContain("failed");
    world.push(pull);
    world.open(7);
    assertThat(comment()).contains("delivered").doesNotContain("is live");
  }

  /** Then Argo CD writes there, and Mayfly only reads. */
  @Test
  void whatTheClusterSaysIsReadWithNotificationsAlone() {
    world.editPlatform(text ->
        DeliveryWorld.push(text)
            .replaceFirst(" +deployments: true\n", "")
            .replace(
                "  argocd:\n",
                "  argocd:\n    notifications: {githubApp: {id: \"4711\", installation: \"815\"},"
                    + " url: https://argocd.example.dev}\n"));
    StubPull pull = world.pull(7);
    world.open(7);
    world.app().reports.add(pull.sha, "orders/pr-7", "success", "");
    CommandLineRun run = world.sync("--apply");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(comment()).contains("is live");
    assertThat(world.app().reports.wishes).isZero();
  }

  @ParameterizedTest
  @CsvSource({"GITHUB,403", "GITHUB,404", "GITHUB,410", "GITHUB,422", "GITLAB,403", "GITEA,403"})
  void aForgeThatRefusesIsOneWarningAndNothingElse(ForgeSettings.Kind kind, int status) {
    if (kind != ForgeSettings.Kind.GITHUB) {
      world.close();
      world = of(kind);
    }
    world.editPlatform(DeliveryWorld::push);
    world.pull(7);
    world.pull(8);
    world.app().reports.refusal = status;
    CommandLineRun run = world.open(7);
    assertThat(run.code()).isZero();
    assertThat(run.err()).containsOnlyOnce("warning[deployment-unreported]");
    world.open(8);
    run = world.sync("--apply");
    assertThat(run.code()).isZero();
    assertThat(run.err()).containsOnlyOnce("warning[deployment-unreported]");
    assertThat(world.hasOverlay(7)).isTrue();
  }

  /** In a project of GitLab without pipelines, say. */
  @Test
  void whereThereAreNoEnvironmentsAStatusTellsAndNobodyIsWarned() {
    world.close();
    world = of(ForgeSettings.Kind.GITLAB);
    world.editPlatform(DeliveryWorld::push);
    MergeRequestsStub gitLab = (MergeRequestsStub) world.app();
    gitLab.environments.disabled = true;
    StubPull pull = world.pull(7);
    CommandLineRun run = world.open(7);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(gitLab.environments.made).isEmpty();
    assertThat(gitLab.reports.all().getLast().said()).contains("Argo CD takes it from here");
    pull.state = "closed";
    assertThat(world.close(7).err()).isEmpty();
    assertThat(states().getLast()).isEqualTo("canceled");
  }

  @Test
  void nobodyIsToldWithoutTheSwitch() {
    world.editPlatform(text -> text.replaceFirst(" +deployments: true\n", ""));
    world.pull(7);
    world.open(7);
    world.sync("--apply");
    assertThat(world.app().reports.wishes).isZero();
  }
}
