package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubPull;
import dev.mayfly.golden.FullRun;
import dev.mayfly.platform.ForgeSettings;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Events come late, twice, out of order or not at all; what the forge says now decides. */
class EventOrderTest {
  @TempDir Path temp;
  private DeliveryWorld world;
  private StubPull pull;

  @BeforeEach
  void start() {
    world = DeliveryWorld.pushing(temp);
    pull = world.pull(7);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void closeBeforeOpenLeavesNothing() {
    pull.state = "closed";
    assertThat(world.event("close", "closed", 7).out()).startsWith("absent: orders#7");
    CommandLineRun late = world.event("open", "opened", 7);
    assertThat(late.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(late.err()).contains("the pull request is closed");
    assertThat(world.hasOverlay(7)).isFalse();
    assertThat(world.app().comments).isEmpty();
  }

  @Test
  void synchronizeAfterCloseBringsNothingBack() {
    world.open(7);
    pull.state = "closed";
    world.close(7);
    assertThat(world.event("open", "synchronize", 7).code()).isEqualTo(ExitCode.REFUSED);
    assertThat(world.hasOverlay(7)).isFalse();
  }

  @Test
  void reopenedComesBack() {
    world.open(7);
    pull.state = "closed";
    world.close(7);
    pull.state = "open";
    assertThat(world.event("open", "reopened", 7).out()).startsWith("opened: orders#7");
    assertThat(world.hasOverlay(7)).isTrue();
  }

  @Test
  void lateCloseOfAReopenedOneKeepsIt() {
    world.open(7);
    CommandLineRun late = world.event("close", "closed", 7);
    assertThat(late.code()).isZero();
    assertThat(late.out())
        .isEqualTo("kept: orders#7 (the pull request is open and may have its preview)\n");
    assertThat(world.hasOverlay(7)).isTrue();
  }

  /** As in CI, where a refusal is followed by a close: what was never there is not kept. */
  @Test
  void whatNeverCameIsNotSaidToStay() {
    pull.author = "eve";
    pull.pushedAt = "2026-11-20T10:00:00Z";
    assertThat(world.open(7).code()).isEqualTo(ExitCode.REFUSED);
    assertThat(world.event("close", "labeled", 7).out())
        .isEqualTo("kept: orders#7 (there is no preview, and the pull request is open)\n");
  }

  @Test
  void labeledTwiceIsOneCommit() {
    world.event("open", "labeled", 7);
    world.event("open", "labeled", 7);
    assertThat(world.commits()).hasSize(2);
  }

  @Test
  void unlabeledOfAnotherLabelKeepsThePreview() {
    pull.labels.add("bug");
    world.open(7);
    pull.labels.remove("bug");
    assertThat(world.event("close", "unlabeled", 7).out()).startsWith("kept: orders#7");
    pull.labels.remove("preview");
    assertThat(world.event("close", "unlabeled", 7).out()).startsWith("removed: orders#7");
    assertThat(world.hasOverlay(7)).isFalse();
  }

  @Test
  void unlabeledAfterAPushNobodyJudgedKeepsWhatIsThere() {
    world.open(7);
    pull.author = "eve";
    pull.pushedAt = "2026-11-20T10:00:00Z";
    assertThat(world.open(7).code()).isEqualTo(ExitCode.REFUSED);
    assertThat(world.event("close", "unlabeled", 7).out()).startsWith("kept: orders#7");
  }

  @Test
  void whatTheForgeDoesNotTellOfAnAuthorIsNotSaidOfThem() {
    world.open(7);
    world.push(pull);
    pull.pushedAt = "2026-11-20T10:00:00Z";
    world.host.server().guard("/collaborators/", "nobody's");
    CommandLineRun refused = world.open(7);
    assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.err())
        .contains("the forge does not tell this token whether they may write")
        .doesNotContain("cannot write");
    assertThat(world.event("close", "unlabeled", 7).out()).startsWith("kept: orders#7");
    // A label that is newer than the push speaks for it, whoever the author is.
    pull.pushedAt = "2026-11-01T10:00:00Z";
    assertThat(world.open(7).out()).startsWith("updated: orders#7");
  }

  @Test
  void staleEventNeverBringsAnOlderCommitBack() {
    String older = pull.sha;
    var event = world.eventArguments("open", "opened", 7);
    String newer = world.push(pull);
    world.open(7);
    CommandLineRun stale = world.run(event.toArray(String[]::new));
    assertThat(stale.out()).startsWith("unchanged: orders#7");
    assertThat(world.gitops.text("main", "previews/orders/pr-7/preview.yaml"))
        .contains(newer)
        .doesNotContain(older);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void everyForgeTellsTheSameStory(ForgeSettings.Kind kind) {
    try (DeliveryWorld there = DeliveryWorld.of(temp.resolve("there"), kind, text -> text)) {
      StubPull other = there.pull(9);
      CommandLineRun opened = there.open(9);
      assertThat(opened.code()).as(opened.err()).isZero();
      assertThat(there.openChanges()).isEqualTo(1);
      assertThat(there.app().comments).hasSize(1);
      there.changes().pulls.values().forEach(change -> change.state = "closed");
      assertThat(there.open(9).code()).as("declined").isEqualTo(ExitCode.REFUSED);
      there.push(other);
      assertThat(there.open(9).code()).isZero();
      other.state = "closed";
      assertThat(there.close(9).out()).startsWith("removed: orders#9");
      assertThat(there.openChanges()).isZero();
      assertThat(there.branches()).containsExactly("main");
    }
  }

  /** Any mix of events ends where one last run of either command says. */
  @Test
  void anyHistoryEndsInWhatTheForgeSays() {
    Random random = new Random(42);
    int histories = FullRun.times(200, 6);
    for (int history = 0; history < histories; history++) {
      for (int step = 0; step < 6; step++) {
        switch (random.nextInt(5)) {
          case 0 -> pull.state = pull.state.equals("open") ? "closed" : "open";
          case 1 -> world.push(pull);
          case 2 -> world.open(7);
          case 3 -> world.close(7);
          default -> pull.draft = !pull.draft;
        }
      }
      boolean wanted = pull.state.equals("open") && !pull.draft;
      CommandLineRun last = wanted ? world.open(7) : world.close(7);
      assertThat(last.code()).as(last.err()).isZero();
      assertThat(world.hasOverlay(7)).isEqualTo(wanted);
      if (wanted) {
        assertThat(world.gitops.text("main", "previews/orders/pr-7/preview.yaml"))
            .contains(pull.sha);
      }
    }
  }
}
