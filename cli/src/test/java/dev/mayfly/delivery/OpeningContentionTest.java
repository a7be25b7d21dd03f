package dev.mayfly.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.GitCommand;
import dev.mayfly.git.RefName;
import dev.mayfly.git.RemoteAccess;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.RemoteUrl;
import dev.mayfly.git.Retry;
import dev.mayfly.golden.FullRun;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequest.State;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many runs of the whole of {@code open} on one branch, each as a CI job does it. All land while
 * there are places, none is lost, none lands twice, and not one more than there are places. The
 * full figure, 16 writers and 400 deliveries, runs with {@code -Dmayfly.full=true}.
 */
@Tag("slow")
class OpeningContentionTest {
  private static final int WRITERS = FullRun.times(16, 6);
  private static final int DELIVERIES = FullRun.times(25, 4);
  private static final int PLACES = WRITERS * DELIVERIES;

  /** Every writer tries so many more than there are places for. */
  private static final int TOO_MANY = 1;

  @TempDir Path temp;

  @Test
  void everyOpeningLandsExactlyOnceAndNoneAboveTheLimit() throws Exception {
    GitCommand git = GitCommand.bare(temp.resolve("gitops.git"));
    git.commit("main", Map.of("mayfly.yaml", platform()));
    int landed = 0;
    int refused = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<int[]>> running = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int number = writer;
        Callable<int[]> work = () -> write(git, number);
        running.add(threads.submit(work));
      }
      for (Future<int[]> writer : running) {
        landed += writer.get()[0];
        refused += writer.get()[1];
      }
    }
    assertThat(landed).isEqualTo(PLACES);
    assertThat(refused).isEqualTo(WRITERS * TOO_MANY);
    assertThat(git.run("rev-list", "--count", "--first-parent", "main"))
        .isEqualTo(Integer.toString(PLACES + 1));
    assertThat(git.run("log", "--format=%s", "main").lines()).doesNotHaveDuplicates();
    assertThat(git.paths("main").stream().filter(path -> path.endsWith("/preview.yaml")))
        .hasSize(PLACES);
    assertThat(git.run("fsck", "--strict")).doesNotContain("error");
  }

  private static String platform() throws Exception {
    return Files.readString(Path.of("examples/primitives/mayfly.yaml"))
        .replace("change: pull-request", "change: push")
        .replaceFirst("  capacity: .*\n", "")
        .replace("limit: 5", "limit: " + PLACES);
  }

  private int[] write(GitCommand git, int writer) {
    int[] count = new int[2];
    for (int delivery = 0; delivery < DELIVERIES + TOO_MANY; delivery++) {
      int number = writer * 100 + delivery + 1;
      Retry retry =
          new Retry(
              InstantSource.system(),
              new SplittableRandom(number),
              Thread::sleep,
              Duration.ofMinutes(4));
      try (RemoteRepository remote =
          RemoteRepository.open(
              RemoteUrl.parse("file://" + git.directory()),
              RemoteAccess.anonymous(InstantSource.system()),
              temp,
              retry)) {
        Opening.Delivered delivered = opening(remote, number).run();
        assertThat(delivered.outcome().effect()).isEqualTo(Effect.OPENED);
        count[0]++;
      } catch (ProblemsException e) {
        assertThat(e.fault()).as(e.getMessage()).isEqualTo(Fault.REFUSED);
        assertThat(e.getMessage()).contains("all " + PLACES + " places are taken, by orders#");
        count[1]++;
      }
    }
    return count;
  }

  private static Opening opening(RemoteRepository remote, int number) {
    RepositoryName repository = new RepositoryName("acme/primitives");
    PullRequest pullRequest =
        new PullRequest(
            repository,
            new PullRequestNumber(number),
            new CommitSha("%040x".formatted(number)),
            new PullRequest.Details(
                State.OPEN,
                false,
                "",
                "ada",
                "change",
                "main",
                Optional.of(repository),
                Set.of("preview")));
    Delivery delivery =
        new Delivery(
            remote,
            RefName.branch("main"),
            Optional.empty(),
            new Message("Mayfly", "mayfly@example.dev", "test"),
            InstantSource.system(),
            false);
    TreeSet<String> files = new TreeSet<>(Set.of("primitives/service/orders/main.go"));
    return new Opening(
        delivery,
        new PreviewSelection(Optional.empty()),
        new EventLookup(pullRequest, false, EventLookup.AppHistory.changing(files)),
        new OverlaySources(
            (app, head) -> Map.of("app", new ImageDigest("sha256:" + "%064x".formatted(number))),
            OverlaySources.BackupSource.NONE,
            BundleRevisions.NONE,
            List.of()),
        Proposals.NONE,
        false);
  }
}
