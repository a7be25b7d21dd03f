package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.access.Edge;
import dev.mayfly.command.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody has merged is waited for in vain; who waits is told so, by Git. */
class WaitUnmergedTest {
  private static final String BRANCH = "mayfly/orders/pr-7";
  private static final String UNMERGED = ": its GitOps pull request is not merged";

  @TempDir Path temp;
  private WaitWorld world;

  @BeforeEach
  void start() throws Exception {
    world = new WaitWorld(temp);
    world.gitops.run("update-ref", "refs/heads/main", "refs/heads/main~1");
    world.argocd(WaitWorld.ABSENT);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void thatNobodyMergedIsSaidAtOnceAndInTheEnd() throws IOException {
    world.gitops.commit(BRANCH, "main", WaitWorld.overlay(ShownApplication.SHA));
    CommandLineRun run = world.golden("unmerged", world.run("--timeout", "1m"), "--timeout", "1m");
    assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
    CommandLineRun json = world.run("--timeout", "1m", "-o", "json");
    world.golden("unmerged-json", json, "--timeout", "1m", "-o", "json");
    world.env.clear();
    CommandLineRun listed = world.reading("[]", "--applications", "-");
    assertThat(listed.out()).contains("waiting: orders#7 at 7777777").contains(UNMERGED);
  }

  /** An older overlay is there: its Application says so, and Git why. */
  @Test
  void anUpdateThatNobodyMergedIsSaidToo() throws IOException {
    world.gitops.commit("main", WaitWorld.overlay(ShownApplication.OLDER));
    world.gitops.commit(BRANCH, "main", WaitWorld.overlay(ShownApplication.SHA));
    world.shows(ShownApplication.older());
    assertThat(world.run("--timeout", "1m").out()).contains("is at commit").contains(UNMERGED);
  }

  @Test
  void whatIsMergedMeanwhileIsNotAskedForAgain() throws IOException {
    world.gitops.commit(BRANCH, "main", WaitWorld.overlay(ShownApplication.SHA));
    int[] looks = {0};
    Edge.Host merging =
        exchange -> {
          if (++looks[0] == 2) {
            world.gitops.run("update-ref", "refs/heads/main", "refs/heads/" + BRANCH);
          }
          if (looks[0] == 12) {
            world.gitops.run("update-ref", "refs/heads/main", "refs/heads/" + BRANCH + "~1");
          }
          WaitWorld.ABSENT.answer(exchange);
        };
    world.argocd(merging);
    CommandLineRun run = world.run("--timeout", "3m");
    assertThat(run.err()).contains(UNMERGED);
    assertThat(run.out())
        .contains("has no Application `orders-pr-7` yet (after 3:00)")
        .doesNotContain("merge");
  }

  @Test
  void whatNobodyDeliveredIsNotSaidToWait() throws IOException {
    world.gitops.commit(BRANCH, "main", WaitWorld.overlay(ShownApplication.OLDER));
    assertThat(world.run("--timeout", "1m").out())
        .contains("yet: `mayfly open` has not delivered the commit")
        .contains("not in Git  previews/orders/pr-7");
  }

  @Test
  void aRepositoryThatIsGoneMeanwhileEndsNoWait() throws IOException {
    int[] looks = {0};
    world.argocd(exchange -> {
      if (looks[0]++ == 0) {
        Files.move(world.gitops.directory(), temp.resolve("gone"));
      }
      WaitWorld.ABSENT.answer(exchange);
    });
    CommandLineRun run = world.run("--timeout", "1m");
    assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
    assertThat(run.out()).contains("has no Application `orders-pr-7` yet (after 1:00)");
  }
}
