package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.forge.StubForge;
import dev.mayfly.platform.ForgeSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the wish that a GitOps pull request be merged, and that it is told as it is. */
class AutoMergeTest {
  @TempDir Path temp;

  private static String comment(DeliveryWorld world) {
    assertThat(world.app().comments).hasSize(1);
    return world.app().comments.getFirst().body();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void isScheduledWhereSomethingIsMissing(ForgeSettings.Kind kind) {
    try (DeliveryWorld world = DeliveryWorld.of(temp, kind, text -> text)) {
      world.pull(7);
      world.changes().checksPending = true;
      for (int again = 0; again < 2; again++) {
        CommandLineRun opened = world.open(7, "--auto-merge");
        assertThat(opened.code()).as(opened.err()).isZero();
        assertThat(opened.err()).isEmpty();
        assertThat(opened.out()).contains(", waits for ");
        assertThat(world.hasOverlay(7)).isFalse();
        assertThat(world.changes().pulls.get(1).autoMerge).isTrue();
        assertThat(comment(world))
            .contains("to be merged, which the forge does once nothing is missing.");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void isMergedWhereNothingIsMissing(ForgeSettings.Kind kind) {
    for (List<String> ways : List.of(List.of("merge", "squash", "rebase"), List.of("squash"))) {
      Path folder = temp.resolve(String.join("-", ways));
      try (DeliveryWorld world = DeliveryWorld.of(folder, kind, text -> text)) {
        world.pull(7);
        world.changes().ways.retainAll(ways);
        CommandLineRun opened = world.open(7, "--auto-merge", "-o", "text", "-o", "json=out.json");
        assertThat(opened.code()).as(opened.err()).isZero();
        assertThat(opened.err()).isEmpty();
        assertThat(opened.out()).contains(", merged by ").doesNotContain("waits");
        assertThat(world.hasOverlay(7)).isTrue();
        assertThat(comment(world)).contains("is delivered; Argo CD takes it from here.");
        assertThat(world.directory.resolve("out.json")).content().contains("\"waiting\": false");
      }
    }
  }

  @Test
  void isNotDoneAtOnceWhereGitHubSaysThatSomethingIsMissing() {
    try (DeliveryWorld world = DeliveryWorld.proposing(temp)) {
      world.pull(7);
      StubForge changes = world.changes();
      changes.checksPending = true;
      changes.ways.clear();
      CommandLineRun opened = world.open(7, "--auto-merge");
      assertThat(opened.code()).isZero();
      assertThat(opened.err())
          .contains("warning[auto-merge]: auto-merge was not taken: GitHub does not take the wish")
          .contains("Merge method merge is not allowed on this repository");
      assertThat(world.hasOverlay(7)).isFalse();
      assertThat(comment(world)).contains("to be merged.");
    }
  }
}
