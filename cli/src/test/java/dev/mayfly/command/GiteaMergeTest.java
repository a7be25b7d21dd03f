package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real Gitea makes of the wish that a GitOps pull request be merged. */
class GiteaMergeTest {
  @TempDir Path temp;

  private static void settings(GiteaWorld world, Map<String, ?> settings) {
    world.root.does("PATCH", "/repos/" + world.gitops, settings);
  }

  private static CommandLineRun opened(GiteaWorld world, int number) {
    CommandLineRun opened = world.open(number, "--auto-merge");
    assertThat(opened.code()).as(opened.toString()).isZero();
    assertThat(opened.err()).as(opened.toString()).isEmpty();
    return opened;
  }

  private static String comment(GiteaWorld world, int number) {
    assertThat(world.comments(number)).hasSize(1);
    return world.comments(number).getFirst();
  }

  @Test
  void isDoneInTheWayThatIsAllowed() {
    GiteaWorld world = GiteaWorld.of(temp, text -> text);
    settings(
        world,
        Map.of(
            "allow_merge_commits", false,
            "allow_rebase", false,
            "allow_rebase_explicit", false,
            "allow_fast_forward_only_merge", false,
            "allow_squash_merge", true,
            "default_merge_style", "squash"));
    int number = world.pull();
    opened(world, number);
    GiteaWorld.eventually(() -> world.hasOverlay(number));
    world.sync();
    assertThat(comment(world, number)).contains("is delivered; Argo CD takes it from here.");
    assertThat(world.branches()).containsExactly("main");
  }

  @Test
  void waitsForARequiredCheck() {
    GiteaWorld world = GiteaWorld.of(temp, text -> text);
    world.root.made(
        "/repos/" + world.gitops + "/branch_protections",
        Map.of(
            "rule_name",
            "main",
            "enable_status_check",
            true,
            "status_check_contexts",
            List.of("ci")));
    int number = world.pull();
    for (int again = 0; again < 2; again++) {
      assertThat(opened(world, number).out()).contains(", waits for ");
      assertThat(comment(world, number)).contains("which the forge does once nothing is missing.");
    }
    assertThat(world.hasOverlay(number)).isFalse();
    String head = String.valueOf(world.pullRequest(world.gitops, 1).object().textAt("head", "sha"));
    world.root.made(
        "/repos/" + world.gitops + "/statuses/" + head,
        Map.of("state", "success", "context", "ci"));
    GiteaWorld.eventually(() -> world.hasOverlay(number));
    world.sync();
    assertThat(comment(world, number)).contains("is delivered; Argo CD takes it from here.");
  }
}
