package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code status} says at a real Gitea, at each moment of a preview's life. */
class GiteaStatusTest {
  @TempDir Path temp;
  private GiteaWorld world;

  private void says(String status, int places) {
    CommandLineRun run = world.run(List.of("status"));
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(places + " of 5 places taken");
    if (status.isEmpty()) {
      assertThat(run.out()).doesNotContain("orders#");
    } else {
      assertThat(run.out()).containsPattern("orders#1  [0-9a-f]{7}  \\S+ +" + status + "  +http");
    }
  }

  private static void done(CommandLineRun run) {
    assertThat(run.code()).as(run.toString()).isZero();
  }

  /** What Argo CD's notifications write there. */
  private void cluster(String sha, String state, String said) {
    world.root.made(
        "/repos/" + world.app + "/statuses/" + sha,
        Map.of("context", "mayfly/orders/pr-1", "state", state, "description", said));
  }

  private String head() {
    return String.valueOf(world.pullRequest(world.app, 1).object().textAt("head", "sha"));
  }

  @Test
  void eachWordIsTrueWhenItIsSaid() {
    world =
        GiteaWorld.of(
            temp,
            text ->
                text.replaceFirst("(?m)^( +)kind: gitea$", "$1deployments: true\n$1kind: gitea"));
    int number = world.pull();
    says("", 0);
    done(world.open(number));
    says("waiting: its GitOps pull request is not merged", 1);
    world.merge(1, "merge");
    says("delivered: merged, not known to be live", 1);
    cluster(head(), "pending", "a sync is running");
    says("deploying: is reported as on its way: a sync is running", 1);
    cluster(head(), "failure", "one or more objects failed to apply");
    says("failed: is reported as failed: one or more objects failed to apply", 1);
    cluster(head(), "success", "");
    says("live: is reported as live", 1);
    done(world.sync());
    says("live: is reported as live", 1);
    assertThat(world.comments(number).toString()).contains("is live.");
    String newer = world.push("mara", world.app, world.branch(number));
    GiteaWorld.eventually(() -> head().equals(newer));
    says("stale: the pull request is at `" + newer.substring(0, 7) + "`", 1);
    done(world.open(number));
    says("stale: commit `" + newer.substring(0, 7) + "` waits for its GitOps pull request", 1);
    world.merge(2, "squash");
    says("delivered: merged, not known to be live", 1);
    world.label(number, false);
    done(world.close(number));
    says("going: its removal waits to be merged", 1);
    world.merge(3, "merge");
    says("", 0);
  }
}
