package dev.mayfly.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.git.CompareAndSwapLoop.Result;
import dev.mayfly.golden.FullRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many writers, one branch: all land, none is lost, none lands twice. The full figure runs with
 * {@code -Dmayfly.full=true}.
 */
@Tag("slow")
class ContentionTest {
  private static final int WRITERS = FullRun.times(16, 8);
  private static final int DELIVERIES = FullRun.times(25, 5);

  @TempDir Path temp;

  @Test
  void everyDeliveryToADiskLandsExactlyOnce() throws Exception {
    GitCommand git = repository();
    contend(git, RemoteUrl.parse("file://" + git.directory()), WRITERS, DELIVERIES);
  }

  @Test
  void everyDeliveryToAServerLandsExactlyOnce() throws Exception {
    GitCommand git = repository();
    try (GitServer server = GitServer.serving(temp)) {
      contend(git, server.url("gitops.git"), FullRun.times(8, 4), 3);
    }
  }

  private GitCommand repository() {
    GitCommand git = GitCommand.bare(temp.resolve("gitops.git"));
    git.commit("main", Map.of("mayfly.yaml", "x\n", "previews/orders/baseline/x", "x\n"));
    return git;
  }

  private void contend(GitCommand git, RemoteUrl url, int writers, int deliveries)
      throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
      List<Future<Integer>> running = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        int number = writer;
        Callable<Integer> work = () -> write(url, number, deliveries);
        running.add(threads.submit(work));
      }
      int delivered = 0;
      for (Future<Integer> writer : running) {
        delivered += writer.get();
      }
      assertThat(delivered).isEqualTo(writers * deliveries);
    }
    // One commit a delivery on a straight line: none lost, none twice, no merge.
    assertThat(git.run("rev-list", "--count", "--first-parent", "main"))
        .isEqualTo(Integer.toString(writers * deliveries + 1));
    assertThat(git.run("log", "--format=%s", "main").lines()).doesNotHaveDuplicates();
    assertThat(git.run("fsck", "--strict")).doesNotContain("error");
    List<String> paths = git.paths("main");
    for (int writer = 0; writer < writers; writer++) {
      for (int delivery = 0; delivery < deliveries; delivery++) {
        assertThat(paths).contains(folder(writer, delivery) + "/preview.yaml");
      }
    }
  }

  private static String folder(int writer, int delivery) {
    return "previews/app-" + writer + "/pr-" + (delivery + 1);
  }

  /** Each delivery is a run of its own, as in CI: open, deliver, close. */
  private int write(RemoteUrl url, int writer, int deliveries) {
    int landed = 0;
    for (int delivery = 0; delivery < deliveries; delivery++) {
      Retry retry =
          new Retry(
              InstantSource.system(),
              new SplittableRandom(writer * 1000L + delivery),
              Thread::sleep,
              Duration.ofMinutes(4));
      String name = folder(writer, delivery);
      TreeEdit edit =
          new TreeEdit.Replace(
              TreePath.of(name),
              new TreeMap<>(
                  Map.of("preview.yaml", (name + "\n").getBytes(StandardCharsets.UTF_8))));
      try (RemoteRepository remote = RemoteRepository.open(url, Deliveries.access(), temp, retry)) {
        Result result =
            Deliveries.run(remote, found -> Deliveries.onto(found, edit, "Open " + name));
        landed += result instanceof Result.Delivered ? 1 : 0;
      }
    }
    return landed;
  }
}
