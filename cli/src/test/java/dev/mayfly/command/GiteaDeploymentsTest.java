package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of previews as commit statuses of a real Gitea. */
class GiteaDeploymentsTest {
  @TempDir Path temp;

  private static String statuses(GiteaWorld world, int number) {
    String head =
        String.valueOf(world.pullRequest(world.app, number).object().textAt("head", "sha"));
    return world.root.get("/repos/" + world.app + "/commits/" + head + "/statuses").toString();
  }

  @Test
  void followAPreviewToItsEnd() {
    GiteaWorld world =
        GiteaWorld.of(
            temp,
            text ->
                text.replaceFirst("(?m)^( +)kind: gitea$", "$1deployments: true\n$1kind: gitea")
                    .replace("change: pull-request", "change: push"));
    int number = world.pull();
    CommandLineRun run = world.open(number);
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err()).doesNotContain("deployment-unreported");
    assertThat(statuses(world, number))
        .contains("orders/pr-" + number, "delivered; Argo CD takes it from here");
    world.state(world.app, number, "closed");
    run = world.close(number);
    assertThat(run.err()).doesNotContain("deployment-unreported");
    assertThat(statuses(world, number)).contains("the preview is gone");
  }
}
