package dev.mayfly.delivery;

import static dev.mayfly.delivery.DeliveryCase.BUILT;
import static dev.mayfly.delivery.DeliveryCase.app;
import static dev.mayfly.delivery.DeliveryCase.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.GitCommand;
import dev.mayfly.git.RemoteAccess;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.RemoteUrl;
import dev.mayfly.git.Retry;
import dev.mayfly.preview.CommitSha;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Digests are those of the lock at the head commit, and at no other. */
class LockAtCommitTest {
  private static final String PATH = "primitives/service/orders/deploy/image.ref.yaml";
  private static final String LOCK =
      """
      apiVersion: mayfly.dev/v1alpha1
      kind: ImageLock
      metadata: {name: orders}
      spec:
        images:
        - {name: ghcr.io/acme/orders, digest: "%s"}
      """;

  @TempDir Path temp;

  @Test
  void theLockOfTheCommitCounts() {
    GitCommand git = GitCommand.bare(temp.resolve("app.git"));
    CommitSha none = new CommitSha(git.commit("main", Map.of("a", "b")));
    CommitSha head = new CommitSha(git.commit("main", Map.of(PATH, LOCK.formatted(BUILT))));
    LockAtCommit locks = new LockAtCommit(app -> open(git));
    assertThat(locks.digests(app(draft()), head)).isEqualTo(Map.of("app", BUILT));
    assertThatThrownBy(() -> locks.digests(app(draft()), none))
        .isInstanceOf(ProblemsException.class)
        .hasMessage("the lock file `" + PATH + "` is missing from commit " + none.shortHex());
  }

  @Test
  void whatHasNoLockIsNotAskedFor() {
    LockAtCommit locks =
        new LockAtCommit(app -> {
          throw new AssertionError("nobody asks");
        });
    assertThat(locks.digests(app(draft().without("spec.apps.0.images.0.lock")), DeliveryCase.HEAD))
        .isEmpty();
  }

  private RemoteRepository open(GitCommand git) {
    InstantSource clock = InstantSource.system();
    return RemoteRepository.open(
        RemoteUrl.parse("file://" + git.directory()),
        RemoteAccess.anonymous(clock),
        temp,
        new Retry(clock, new SplittableRandom(7), pause -> {}, Duration.ZERO));
  }
}
