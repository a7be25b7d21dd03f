package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.golden.FullRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform's places: never more than there are, whoever comes at the same moment. */
class LimitTest {
  private static final String SHA = "2f22765d04931a078909145ca628d2264c852d7d";
  private static final String IMAGE = "ghcr.io/acme/orders@sha256:" + "0".repeat(64);

  private static final int RACES = FullRun.times(50, 2);

  @TempDir Path temp;

  private DeliveryWorld world(String name, boolean push, int limit) {
    DeliveryWorld world =
        push
            ? DeliveryWorld.pushing(temp.resolve(name))
            : DeliveryWorld.proposing(temp.resolve(name));
    world.editPlatform(
        text -> text.replace("limit: 5", "limit: " + limit).replaceFirst("  capacity: .*\n", ""));
    return world;
  }

  @Test
  void refusalNamesTheHolders() {
    try (DeliveryWorld world = world("full", false, 2)) {
      for (int number = 1; number <= 3; number++) {
        world.pull(number);
      }
      world.open(1);
      world.open(2);
      CommandLineRun refused = world.open(3);
      assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
      assertThat(refused.err())
          .contains("all 2 places are taken, by orders#1, orders#2")
          .contains("not-admitted-limit");
      assertThat(world.branches())
          .containsExactly("main", "mayfly/orders/pr-1", "mayfly/orders/pr-2");
      assertThat(world.open(2).code()).as("who holds a place keeps it").isZero();
      world.app().pulls.get(1).state = "closed";
      world.close(1);
      assertThat(world.open(3).code()).isZero();
    }
  }

  /** As many as anybody has, and not one more. */
  @Test
  void theLimitIsATenThousandAtMost() {
    try (DeliveryWorld world = world("many", true, 10_000)) {
      world.pull(1);
      assertThat(world.open(1).out()).startsWith("opened: orders#1");
      Map<String, String> taken = new TreeMap<>();
      for (int number = 2; number <= 10_000; number++) {
        taken.put("previews/orders/pr-" + number + "/preview.yaml", "x\n");
      }
      world.gitops.commit("main", taken);
      world.pull(10_001);
      CommandLineRun refused = world.open(10_001);
      assertThat(refused.code()).as(refused.err()).isEqualTo(ExitCode.REFUSED);
      assertThat(refused.err()).contains("all 10000 places are taken");
      assertThat(refused.err().length()).isLessThan(5_000);
      world.editPlatform(text -> text.replace("limit: 10000", "limit: 10001"));
      assertThat(world.open(1).code()).isEqualTo(ExitCode.CONFIGURATION);
    }
  }

  @Test
  void loweredLimitPutsNobodyOut() {
    try (DeliveryWorld world = world("lowered", true, 2)) {
      world.pull(1);
      var pull = world.pull(2);
      world.open(1);
      world.open(2);
      world.editPlatform(text -> text.replace("limit: 2", "limit: 1"));
      world.push(pull);
      assertThat(world.open(2).out()).startsWith("updated: orders#2");
      world.pull(3);
      assertThat(world.open(3).code()).isEqualTo(ExitCode.REFUSED);
    }
  }

  @Test
  void capacityRefusesWhatWouldNotFit() {
    try (DeliveryWorld world = DeliveryWorld.pushing(temp)) {
      world.editPlatform(text -> text.replace("memory: 8Gi", "memory: 256Mi"));
      for (int number = 1; number <= 3; number++) {
        world.pull(number);
      }
      assertThat(world.open(1).code()).isZero();
      assertThat(world.open(2).code()).isZero();
      CommandLineRun third = world.open(3);
      assertThat(third.code()).isEqualTo(ExitCode.REFUSED);
      assertThat(third.err())
          .contains(
              "the previews would not fit: memory: 256Mi for others and 128Mi for this one"
                  + " (workload 128Mi), of 256Mi");
    }
  }

  @Test
  void renderingShowsTheSumOfWhatDoesNotFit() {
    Scenario scenario =
        Scenario.of("primitives", temp.resolve("render")).edit("memory: 8Gi", "memory: 300Mi");
    String[] first = {
      "render", "preview", "--pr", "7", "--sha", SHA, "--image", IMAGE, "--out", "."
    };
    assertThat(scenario.run(first).code()).isZero();
    first[3] = "8";
    assertThat(scenario.run(first).code()).isZero();
    first[3] = "9";
    CommandLineRun third = scenario.run(first);
    assertThat(third.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(third.err())
        .contains(
            """
            WHAT        MEMORY  CPU   MEMORY LIMIT  CPU LIMIT
            workload    128Mi   0.05  256Mi         -
            orders#9    128Mi   0.05  256Mi         -
            others (2)  256Mi   0.1   512Mi         -
            total       384Mi   0.15  768Mi         -
            capacity    300Mi   4     -             -
            """)
        .contains("over-capacity");
    // Who is there is rendered anew whatever the capacity became.
    first[3] = "8";
    scenario.edit("memory: 300Mi", "memory: 130Mi");
    assertThat(scenario.run(first).code()).isZero();
    assertThat(scenario.files()).noneMatch(file -> file.contains("pr-9"));
  }

  @Test
  void lastPlaceHasOneWinnerWhenChangesArePushed() throws Exception {
    race(true);
  }

  @Test
  void lastPlaceHasOneWinnerWhenChangesAreProposed() throws Exception {
    race(false);
  }

  private void race(boolean push) throws Exception {
    for (int round = 0; round < RACES; round++) {
      try (DeliveryWorld world = world("race" + round, push, 2);
          ExecutorService threads = Executors.newFixedThreadPool(4)) {
        for (int number = 1; number <= 5; number++) {
          world.pull(number);
        }
        world.open(1);
        List<Future<CommandLineRun>> running = new ArrayList<>();
        for (int number = 2; number <= 5; number++) {
          int racer = number;
          Callable<CommandLineRun> run = () -> world.open(racer);
          running.add(threads.submit(run));
        }
        int won = 0;
        for (Future<CommandLineRun> one : running) {
          CommandLineRun run = one.get();
          assertThat(run.code()).as(run.err()).isIn(ExitCode.FINE, ExitCode.REFUSED);
          if (run.code() == ExitCode.REFUSED) {
            assertThat(run.err()).contains("all 2 places are taken, by orders#1, orders#");
          } else {
            won++;
          }
        }
        assertThat(won).isEqualTo(1);
        assertThat(world.run("status").out()).contains("2 of 2 places taken");
      }
    }
  }

  @Test
  void serverWithoutAtomicPushStillDelivers() {
    try (DeliveryWorld world = world("plain", false, 2);
        var server = dev.mayfly.git.GitServer.serving(temp.resolve("plain"))) {
      world.gitops.run("config", "receive.advertiseAtomic", "false");
      world.gitopsUrl = server.address() + "/acme/gitops.git";
      world.pull(7);
      CommandLineRun opened = world.open(7);
      assertThat(opened.code()).as(opened.err()).isZero();
      assertThat(world.branches()).containsExactly("main", "mayfly/orders/pr-7");
      assertThat(world.gitops.run("for-each-ref", "refs/mayfly")).isEmpty();
    }
  }
}
