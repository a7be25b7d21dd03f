package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubPull;
import dev.mayfly.platform.ForgeSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What strangers write, what forges do by themselves, and what they do not answer. */
class ForgeTroubleTest {
  private static final String BRANCH = "mayfly/orders/pr-7";
  private static final String LABEL = "mayfly/admitted";

  @TempDir Path temp;
  private DeliveryWorld world;
  private StubPull pull;

  @BeforeEach
  void start() {
    world = DeliveryWorld.proposing(temp);
    pull = world.pull(7);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void byGenerator() {
    world.editPlatform(text ->
        text.replace("delivery: overlay", "delivery: generator")
            .replaceFirst("    change: .*\n", "")
            .replaceFirst("  capacity: .*\n", "")
            .replace("limit: 5", "limit: 2\n    admittedLabel: " + LABEL));
  }

  /** GitHub closes a pull request whose branch is deleted, and leaves its text as it was. */
  private void forgeClosesWhatHasNoBranch() {
    world.changes().pulls.values().stream()
        .filter(change -> !change.merged)
        .forEach(change -> change.state = "closed");
  }

  @Test
  void whatMayflyClosedItselfMayBeProposedAgain() {
    world.open(7);
    pull.state = "closed";
    forgeClosesWhatHasNoBranch();
    assertThat(world.close(7).code()).isZero();
    pull.state = "open";
    CommandLineRun again = world.open(7);
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(world.openChanges()).isEqualTo(1);
  }

  @Test
  void aRemovalThatWasWithdrawnMayBeProposedAgain() {
    world.open(7);
    world.merge(BRANCH);
    pull.state = "closed";
    world.close(7);
    pull.state = "open";
    forgeClosesWhatHasNoBranch();
    assertThat(world.open(7).code()).isZero();
    pull.state = "closed";
    CommandLineRun closed = world.close(7);
    assertThat(closed.err()).isEmpty();
    assertThat(closed.out()).contains("waits for ");
    assertThat(world.openChanges()).isEqualTo(1);
  }

  @Test
  void aPersonsNoStillCounts() {
    world.open(7);
    forgeClosesWhatHasNoBranch();
    CommandLineRun again = world.open(7);
    assertThat(again.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(again.err()).contains("was closed without a merge");
  }

  @Test
  void aBranchThatOutlivesItsMergeHoldsNoPolicyBack() {
    world.open(7);
    world.merge(BRANCH);
    world.editPlatform(text -> text.replace("pods: \"20\"", "pods: \"19\""));
    CommandLineRun swept = world.sync("--apply");
    assertThat(swept.code()).as(swept.err()).isZero();
    assertThat(swept.out()).contains("orders#7: rendered (stale against the policy)");
    assertThat(world.branches()).containsExactly("main", "mayfly-sync");
  }

  @Test
  void aRemovalThatWaitsIsNotProposedOnceMore() {
    world.open(7);
    world.merge(BRANCH);
    pull.state = "closed";
    world.close(7);
    CommandLineRun swept = world.sync("--apply");
    assertThat(swept.out()).contains("orders#7: kept (its removal waits to be merged)");
    assertThat(world.openChanges()).isEqualTo(1);
  }

  @Test
  void aForkWithAnOddNameStopsNobodyElse() {
    byGenerator();
    StubPull odd = world.app().open(8);
    odd.headRepository = "eve/.x";
    CommandLineRun admitted = world.admit(7, "--label");
    assertThat(admitted.code()).as(admitted.err()).isZero();
    assertThat(pull.labels).contains(LABEL);
    assertThat(world.admit(8).out()).contains("fork");
  }

  @Test
  void whatAForgeDoesNotTellTakesNoPreviewAway() {
    byGenerator();
    assertThat(world.admit(7, "--label").code()).isZero();
    world.host.server().guard("/collaborators/", "nobody's");
    CommandLineRun unknown = world.admit(7, "--label");
    assertThat(unknown.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(unknown.out()).contains("the forge does not tell whether its author may write");
    assertThat(pull.labels).contains(LABEL);
    assertThat(world.sync("--apply").out()).contains("orders#7: kept (the forge does not tell");
    assertThat(pull.labels).contains(LABEL);
  }

  @Test
  void aForgeThatDoesNotAnswerEndsTheCommand() {
    byGenerator();
    assertThat(world.admit(7, "--label").code()).isZero();
    world.host.server().guard("/files", "nobody's");
    CommandLineRun failed = world.admit(7, "--label");
    assertThat(failed.code()).isEqualTo(ExitCode.REMOTE);
    assertThat(pull.labels).contains(LABEL);
  }

  @Test
  void aSweepTakesAwayWhatADeadRunAdmittedBeyondTheLimit() {
    byGenerator();
    for (int number : new int[] {7, 8, 9}) {
      StubPull one = number == 7 ? pull : world.pull(number);
      one.labels.add(LABEL);
    }
    CommandLineRun swept = world.sync("--apply", "--allow-mass-removal");
    assertThat(swept.out()).contains("orders#9: withdrawn");
    assertThat(world.app().pulls.get(8).labels).contains(LABEL);
    assertThat(world.app().pulls.get(9).labels).doesNotContain(LABEL);
  }

  @Test
  void textsThatFillAPageDoNotHideTheRest() {
    byGenerator();
    for (int number = 100; number < 140; number++) {
      world.app().open(number).body = "x".repeat(220_000);
    }
    CommandLineRun admitted = world.admit(7, "--label");
    assertThat(admitted.code()).as(admitted.err()).isZero();
  }

  @Test
  void aBrokenLockIsNoRemoteFailure() {
    StubPull bare = world.app().open(8);
    bare.labels.add("preview");
    bare.updatedAt = pull.updatedAt;
    bare.files.add("primitives/service/orders/main.go");
    world.source.run("branch", "change-8", "main");
    bare.sha =
        world.source.commit(
            "change-8", Map.of("primitives/service/orders/deploy/image.ref.yaml", "kind: [\n"));
    CommandLineRun swept = world.sync("--apply");
    assertThat(swept.code()).as(swept.err()).isEqualTo(ExitCode.RENDERING);
  }

  @Test
  void oneBrokenRecordHidesNoOtherPreview() {
    world.editPlatform(DeliveryWorld::push);
    world.open(7);
    world.pull(8);
    world.open(8);
    world.gitops.commit("main", Map.of("previews/orders/pr-8/preview.yaml", "kind: [\n"));
    CommandLineRun status = world.run("status");
    assertThat(status.out())
        .containsPattern("orders#7 .* delivered: ")
        .containsPattern("orders#8 .* unreadable: its record in Git");
  }

  /** Anybody may open a merge request, and GitLab may not know its commit. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void onePullRequestThatCannotBeReadStopsNoOther(ForgeSettings.Kind kind) {
    try (DeliveryWorld there = DeliveryWorld.of(temp.resolve("x"), kind, text -> text)) {
      there.pull(7);
      there.app().open(8).sha = "";
      StubPull labelled = there.app().open(9);
      labelled.labels.add("preview");
      labelled.sha = "";
      there.changes().open(50).sha = "";
      CommandLineRun swept = there.sync("--apply");
      assertThat(swept.out()).as(swept.err()).contains("orders#7: opened (missing)");
      assertThat(swept.code()).isEqualTo(ExitCode.REMOTE);
      assertThat(swept.err())
          .contains("the preview orders#9 is not opened")
          .doesNotContain("orders#8");
      labelled.labels.clear();
      there.app().pulls.get(7).state = "closed";
      CommandLineRun closed = there.close(7);
      assertThat(closed.code()).as(closed.err()).isZero();
      CommandLineRun quiet = there.sync("--apply");
      assertThat(quiet.code()).as(quiet.err()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GITHUB", "GITLAB"})
  void norDoesItStopAnAdmission(ForgeSettings.Kind kind) {
    UnaryOperator<String> generator = CiSandbox::byGenerator;
    try (DeliveryWorld there = DeliveryWorld.of(temp.resolve("x"), kind, generator)) {
      StubPull good = there.pull(7);
      there.app().open(8).sha = "";
      StubPull held = there.app().open(9);
      held.labels.addAll(List.of("preview", LABEL));
      held.sha = "";
      CommandLineRun admitted = there.admit(7, "--label");
      assertThat(admitted.code()).as(admitted.err()).isZero();
      assertThat(good.labels).contains(LABEL);
      CommandLineRun swept = there.sync("--apply");
      assertThat(swept.out())
          .contains("orders#7: kept", "orders#9: kept (it cannot be read)")
          .doesNotContain("orders#8");
      assertThat(swept.code()).isEqualTo(ExitCode.REMOTE);
      // It holds a place all the same.
      there.pull(10);
      CommandLineRun full = there.admit(10, "--label");
      assertThat(full.code()).as(full.out()).isEqualTo(ExitCode.REFUSED);
    }
  }
}
