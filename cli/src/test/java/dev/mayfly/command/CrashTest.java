package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubPull;
import dev.mayfly.forge.StubServer.Fault;
import dev.mayfly.golden.FullRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that dies anywhere leaves something that the next run finishes: one branch, one GitOps pull
 * request, one comment. Deterministic: the forge goes away for good at each of its calls, before
 * and after the call took effect. And with a real process, killed at moments spread over the last
 * two thirds of its run.
 */
class CrashTest {
  private static final int KILLS = FullRun.times(120, 3);

  @TempDir Path temp;

  @Test
  void openDiesAtEveryStepWhenChangesAreProposed() {
    int calls = everyStep("propose", false, false);
    assertThat(calls).isGreaterThan(8);
  }

  @Test
  void openDiesAtEveryStepWhenChangesArePushed() {
    assertThat(everyStep("push", true, false)).isGreaterThan(4);
  }

  @Test
  void closeDiesAtEveryStepWhenChangesAreProposed() {
    assertThat(everyStep("propose", false, true)).isGreaterThan(3);
  }

  @Test
  void closeDiesAtEveryStepWhenChangesArePushed() {
    assertThat(everyStep("push", true, true)).isGreaterThan(3);
  }

  /** Dies at call 0, 1, 2 ... until a run has fewer calls than that; answers how many it had. */
  private int everyStep(String name, boolean push, boolean close) {
    for (int call = 0; ; call++) {
      try (DeliveryWorld world = world(name + close + call, push)) {
        StubPull pull = world.pull(7);
        if (close) {
          world.open(7);
          pull.state = "closed";
        }
        world.host.server().breakAt(call, Fault.UNAUTHORIZED, true);
        CommandLineRun broken = close ? world.close(7) : world.open(7);
        boolean spared = world.host.server().requests().size() <= call;
        world.host.server().heal();
        if (!spared) {
          // A comment is a courtesy, all else ends the command.
          assertThat(broken.code()).isIn(ExitCode.FINE, ExitCode.REMOTE, ExitCode.REFUSED);
        }
        converges(world, close);
        if (spared) {
          return call;
        }
      }
    }
  }

  private DeliveryWorld world(String name, boolean push) {
    return push
        ? DeliveryWorld.pushing(temp.resolve(name))
        : DeliveryWorld.proposing(temp.resolve(name));
  }

  /** One run, and everything is as if nothing had happened. */
  private static void converges(DeliveryWorld world, boolean close) {
    CommandLineRun next = close ? world.close(7) : world.open(7);
    assertThat(next.code()).as(next.err()).isZero();
    boolean push = world.gitops.text("main", "mayfly.yaml").contains("change: push");
    List<String> comments = world.app().comments.stream().map(comment -> comment.body()).toList();
    if (close) {
      assertThat(world.hasOverlay(7)).isFalse();
      assertThat(world.branches()).containsExactly("main");
      assertThat(world.openChanges()).isZero();
      assertThat(comments).hasSizeLessThan(2).allMatch(text -> text.contains("gone"));
    } else {
      assertThat(world.hasOverlay(7)).isEqualTo(push);
      assertThat(world.branches()).hasSize(push ? 1 : 2);
      assertThat(world.changes().pulls).hasSize(push ? 0 : 1);
      assertThat(comments).hasSize(1);
    }
    assertThat(world.gitops.run("fsck", "--strict")).doesNotContain("error");
  }

  @Test
  void killedOpenIsFinishedByTheNextRun() throws Exception {
    killed("open", false);
  }

  @Test
  void killedCloseIsFinishedByTheNextRun() throws Exception {
    killed("close", true);
  }

  private void killed(String command, boolean close) throws Exception {
    long usual = 0;
    int died = 0;
    for (int kill = 0; kill <= KILLS; kill++) {
      try (DeliveryWorld world = world(command + kill, kill % 2 == 0)) {
        StubPull pull = world.pull(7);
        // The process has the clock of this machine, by which an old pull request would expire.
        pull.updatedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        if (close) {
          world.open(7);
          pull.state = "closed";
        }
        Process process = ProgramProcess.start(world, command, close ? "closed" : "opened");
        long start = System.nanoTime();
        if (kill == 0) {
          // The first one lives: it tells how long a run takes here.
          int code = process.waitFor();
          assertThat(code).as(Files.readString(world.directory.resolve("process.log"))).isZero();
          usual = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        } else if (!process.waitFor(
            usual * (KILLS + 2 * kill) / (3 * KILLS), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly().waitFor();
          died++;
        }
        removeLocks(world, close);
        converges(world, close);
      }
    }
    assertThat(died).isPositive();
  }

  /** Killed in the middle of a write, Git's locks stay; the next run names the one in its way. */
  private static void removeLocks(DeliveryWorld world, boolean close) throws IOException {
    List<Path> locks;
    try (Stream<Path> files = Files.walk(world.gitops.directory())) {
      locks = files.filter(it -> it.toString().endsWith(".lock")).toList();
    }
    if (!locks.isEmpty()) {
      CommandLineRun held = close ? world.close(7) : world.open(7);
      if (held.code() != ExitCode.FINE) {
        assertThat(held.code()).isEqualTo(ExitCode.REMOTE);
        assertThat(held.err()).contains(".lock` is there");
      }
      for (Path lock : locks) {
        Files.delete(lock);
      }
    }
  }
}
