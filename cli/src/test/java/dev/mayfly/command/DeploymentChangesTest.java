package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.delivery.Deployments;
import dev.mayfly.forge.StubPull;
import dev.mayfly.forge.StubReports;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequestNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands at the forge when a preview changes and its commit does not. */
class DeploymentChangesTest {
  private static final String ENVIRONMENT = "orders/pr-7";
  private static final String NOTIFYING =
      "  argocd:\n    notifications: {githubApp: {id: \"4711\", installation: \"815\"},"
          + " url: https://argocd.example.dev}\n";
  @TempDir private Path temp;

  private DeliveryWorld world(ForgeSettings.Kind kind, boolean pushing) {
    return DeliveryWorld.of(
        temp.resolve(kind + "" + pushing),
        kind,
        text ->
            (pushing ? DeliveryWorld.push(text) : text)
                .replaceFirst(
                    "(?m)^( +)kind: (github|gitlab|gitea)$", "$1deployments: true\n$1kind: $2"));
  }

  private static void report(DeliveryWorld world, StubPull pull, String state) {
    world.app().reports.add(pull.sha, ENVIRONMENT, state, "as Argo CD says");
  }

  private static StubReports.Report last(DeliveryWorld world) {
    return world.app().reports.all().getLast();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void anEndIsNoneAnyMoreOnceItIsChanged(ForgeSettings.Kind kind) {
    try (DeliveryWorld world = world(kind, true)) {
      StubPull pull = world.pull(7);
      world.open(7);
      report(world, pull, "success");
      world.open(7);
      int wishes = world.app().reports.wishes;
      world.open(7);
      assertThat(world.app().reports.wishes).as("nothing was changed").isEqualTo(wishes);
      assertThat(world.open(7, "--retry").out()).startsWith("retried");
      assertThat(last(world).state()).isIn("in_progress", "running", "pending");
      report(world, pull, kind == ForgeSettings.Kind.GITLAB ? "failed" : "failure");
      world.editPlatform(text -> text.replace("memory: 256Mi", "memory: 257Mi"));
      assertThat(world.sync("--apply").out()).contains("orders#7: rendered");
      assertThat(last(world).said()).isEqualTo("delivered; Argo CD takes it from here");
      assertThat(world.app().comments.getFirst().body()).contains("is delivered");
    }
  }

  @Test
  void whatOnlyWaitsChangesNothingYet() {
    try (DeliveryWorld world = world(ForgeSettings.Kind.GITHUB, false)) {
      StubPull pull = world.pull(7);
      world.open(7);
      world.merge("mayfly/orders/pr-7");
      world.sync("--apply");
      report(world, pull, "success");
      world.editPlatform(text -> text.replace("memory: 256Mi", "memory: 257Mi"));
      assertThat(world.sync("--apply").out()).contains("waits for");
      assertThat(last(world).state()).isEqualTo("success");
      assertThat(world.app().comments.getFirst().body()).contains("is live");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void whatASweepsMergeHasChangedIsOnItsWayUntilItIsSeenAgain(ForgeSettings.Kind kind) {
    try (DeliveryWorld world = world(kind, false)) {
      StubPull pull = world.pull(7);
      world.open(7);
      world.merge("mayfly/orders/pr-7");
      world.sync("--apply");
      world.app().reports.now = "2026-11-22T09:00:00Z";
      report(world, pull, "success");
      world.editPlatform(text -> text.replace("memory: 256Mi", "memory: 257Mi"));
      assertThat(world.sync("--apply").out()).contains("waits for");
      assertThat(last(world).state()).isEqualTo("success");
      String branch = world.open().getFirst();
      world.changes().pulls.values().forEach(it -> it.mergedAt = "2026-11-22T09:10:00Z");
      world.merge(branch);
      world.app().reports.now = "2026-11-22T09:11:00Z";
      world.sync("--apply");
      assertThat(last(world).said()).isEqualTo("delivered; Argo CD takes it from here");
      assertThat(world.app().comments.getFirst().body()).contains("is delivered");
      int wishes = world.app().reports.wishes;
      world.sync("--apply");
      assertThat(world.app().reports.wishes).as("told once").isEqualTo(wishes);
      world.app().reports.now = "2026-11-22T09:12:00Z";
      report(world, pull, "success");
      world.sync("--apply");
      assertThat(last(world).state()).isEqualTo("success");
      assertThat(world.app().comments.getFirst().body()).contains("is live");
    }
  }

  /** What was live before a merge may not be after it; where nobody knows, nothing is claimed. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void withoutTimesAnOlderSuccessIsNotTakenForANewOne(boolean reportsAreTimed) {
    try (DeliveryWorld world = world(ForgeSettings.Kind.GITHUB, false)) {
      StubPull pull = world.pull(7);
      world.open(7);
      world.merge("mayfly/orders/pr-7");
      world.sync("--apply");
      world.app().reports.now = reportsAreTimed ? "2026-11-22T09:00:00Z" : "";
      report(world, pull, "success");
      world.editPlatform(text -> text.replace("memory: 256Mi", "memory: 257Mi"));
      world.sync("--apply");
      assertThat(world.app().comments.getFirst().body()).contains("is live");
      world.changes().pulls.values().forEach(it -> it.mergedAt = "at some time");
      world.merge(world.open().getFirst());
      int wishes = world.app().reports.wishes;
      assertThat(world.sync("--apply").code()).isZero();
      assertThat(world.app().comments.getFirst().body())
          .contains("is delivered")
          .doesNotContain("is live");
      assertThat(world.app().reports.wishes).as("what stands there stays").isEqualTo(wishes);
    }
  }

  /** Then it is Argo CD's to tell, and until it does nothing is claimed. */
  @Test
  void aClusterThatReportedBeforeTheMergeHasNotSeenIt() {
    try (DeliveryWorld world = world(ForgeSettings.Kind.GITHUB, false)) {
      world.editPlatform(
          text -> text.replaceFirst(" +deployments: true\n", "").replace("  argocd:\n", NOTIFYING));
      StubPull pull = world.pull(7);
      world.open(7);
      world.merge("mayfly/orders/pr-7");
      world.app().reports.now = "2026-11-22T09:00:00Z";
      report(world, pull, "success");
      world.editPlatform(text -> text.replace("memory: 256Mi", "memory: 257Mi"));
      world.sync("--apply");
      assertThat(world.app().comments.getFirst().body()).contains("is live");
      world.changes().pulls.values().forEach(it -> it.mergedAt = "2026-11-22T09:10:00Z");
      world.merge(world.open().getFirst());
      world.sync("--apply");
      assertThat(world.app().comments.getFirst().body()).doesNotContain("is live");
      world.app().reports.now = "2026-11-22T09:11:00Z";
      report(world, pull, "success");
      world.sync("--apply");
      assertThat(world.app().comments.getFirst().body()).contains("is live");
    }
  }

  /** It tells of its own sync, maybe sooner than this run. */
  @Test
  void whereTheClusterReportsItHasTheLastWord() {
    try (DeliveryWorld world = world(ForgeSettings.Kind.GITHUB, true)) {
      world.editPlatform(text -> text.replace("  argocd:\n", NOTIFYING));
      StubPull pull = world.pull(7);
      world.open(7);
      report(world, pull, "success");
      assertThat(world.open(7, "--retry").out()).startsWith("retried");
      assertThat(last(world).state()).isEqualTo("success");
    }
  }

  @Test
  void aReportThatCannotBeReadIsOneWarning() {
    try (DeliveryWorld world = world(ForgeSettings.Kind.GITHUB, true)) {
      world.editPlatform(
          text -> text.replaceFirst(" +deployments: true\n", "").replace("  argocd:\n", NOTIFYING));
      world.pull(7);
      world.pull(8);
      assertThat(world.open(7).err()).isEmpty();
      world.open(8);
      world.app().reports.unreadable = true;
      CommandLineRun run = world.sync("--apply");
      assertThat(run.code()).isZero();
      assertThat(run.err()).containsOnlyOnce("warning[deployment-unread]");
      assertThat(run.err()).contains("Deployments: read");
      assertThat(world.app().comments.getFirst().body()).contains("is delivered");
      assertThat(world.open(7).err()).containsOnlyOnce("warning[deployment-unread]");
    }
  }

  @Test
  void theGitLabTemplateNamesTheSameEnvironment() throws IOException {
    String ours = Deployments.environment(new PreviewId("orders", new PullRequestNumber(7)));
    assertThat(ours).isEqualTo(ENVIRONMENT);
    String template =
        Files.readString(Path.of("docs/gitlab-ci.yml"))
            .replace("$MAYFLY_APP", "orders")
            .replace("$CI_MERGE_REQUEST_IID", "7");
    assertThat(template.lines().filter(line -> line.startsWith("    name: ")))
        .containsExactly("    name: " + ours, "    name: " + ours);
  }
}
