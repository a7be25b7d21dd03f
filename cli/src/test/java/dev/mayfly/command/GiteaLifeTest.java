package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INTEGER;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.golden.FullRun;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a preview at a real Gitea. */
class GiteaLifeTest {
  @TempDir Path temp;

  private static CommandLineRun fine(CommandLineRun run) {
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err()).as(run.toString()).isEmpty();
    return run;
  }

  /** What people read of the first pull request. */
  private static void says(GiteaWorld world, String words) {
    assertThat(world.comments(1))
        .singleElement()
        .asString()
        .startsWith("<!-- mayfly:primitives-orders -->\n**Preview of `orders`**")
        .contains(words);
  }

  /** Each word is true when it can be read, whoever merged what in between. */
  @Test
  void fromTheLabelToTheEnd() {
    GiteaWorld world = GiteaWorld.of(temp, text -> text);
    String changes = world.server.url() + "/" + world.gitops + "/pulls/";
    int number = world.pull();
    assertThat(fine(world.open(number)).out()).startsWith("opened: orders#1").contains("waits for");
    says(world, "waits for " + changes + "1 to be merged.");
    assertThat(fine(world.open(number)).out()).startsWith("unchanged: orders#1");
    assertThat(world.changes()).containsExactly(1);
    world.merge(1, "merge");
    assertThat(world.hasOverlay(number)).isTrue();
    fine(world.sync());
    assertThat(world.branches()).as("what is merged leaves no branch").containsExactly("main");
    says(world, "is delivered; Argo CD takes it from here.");
    String head = world.push("mara", world.app, world.branch(number));
    assertThat(fine(world.open(number)).out()).startsWith("updated: orders#1");
    fine(world.sync());
    says(world, "Commit `" + head.substring(0, 7) + "` waits for " + changes + "2 to be merged.");
    world.merge(2, "squash");
    fine(world.sync());
    says(world, "Commit `" + head.substring(0, 7) + "` is delivered");
    world.state(world.app, number, "closed");
    assertThat(fine(world.close(number)).out()).startsWith("removed: orders#1");
    says(world, "It goes when " + changes + "3 is merged.");
    fine(world.sync());
    says(world, "It goes when " + changes + "3 is merged.");
    world.merge(3, "squash");
    assertThat(world.hasOverlay(number)).isFalse();
    assertThat(world.sync().err()).isEqualTo("0 previews looked at\n");
    says(world, "It is gone: its removal was merged in " + changes + "3.");
    assertThat(world.branches()).containsExactly("main");
  }

  /** The same commit is proposed again, since nobody said no to it. */
  @Test
  void goesAndComesBackAtTheSameCommit() {
    GiteaWorld world = GiteaWorld.of(temp, text -> text);
    int number = world.pull();
    int last = 0;
    for (int round = 1; round <= FullRun.times(3, 2); round++) {
      assertThat(fine(world.open(number)).out()).startsWith("opened: orders#1");
      // What Gitea closes at once is opened once more, so a number may be left out.
      assertThat(world.changes()).singleElement(INTEGER).isGreaterThan(last);
      last = world.changes().getFirst();
      if (round == 2) {
        world.label(number, false);
      } else {
        world.state(world.app, number, "closed");
      }
      assertThat(fine(world.close(number)).out()).startsWith("removed: orders#1");
      assertThat(world.branches()).containsExactly("main");
      assertThat(world.changes()).isEmpty();
      if (round == 2) {
        world.label(number, true);
      } else {
        world.state(world.app, number, "open");
      }
    }
  }

  /** Gitea closes a pull request whose branch somebody deletes: a no to this commit. */
  @Test
  void aBranchThatSomebodyDeletedIsANo() {
    GiteaWorld world = GiteaWorld.of(temp, text -> text);
    int number = world.pull();
    fine(world.open(number));
    world.root.does("DELETE", "/repos/" + world.gitops + "/branches/mayfly/orders/pr-1", Map.of());
    for (int again = 0; again < 2; again++) {
      CommandLineRun refused = world.open(number);
      assertThat(refused.code()).as(refused.toString()).isEqualTo(ExitCode.REFUSED);
      assertThat(refused.err()).contains("error[declined]");
      assertThat(fine(world.sync()).out()).contains("orders#1: not opened");
      assertThat(world.branches()).containsExactly("main");
    }
    world.push("mara", world.app, world.branch(number));
    assertThat(fine(world.open(number)).out()).startsWith("opened: orders#1");
    assertThat(world.changes()).containsExactly(2);
  }
}
