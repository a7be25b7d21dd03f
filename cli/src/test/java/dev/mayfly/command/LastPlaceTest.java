package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.git.GitServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The one place of a platform that proposes its changes, and somebody else at the moment of each
 * request that decides: the first answer, the branches, the GitOps branch after them, the push.
 */
@Tag("slow")
class LastPlaceTest {
  @TempDir Path temp;
  private DeliveryWorld world;
  private GitServer server;

  @BeforeEach
  void start() {
    world = DeliveryWorld.proposing(temp);
    world.editPlatform(
        text -> text.replace("limit: 5", "limit: 1").replaceFirst("  capacity: .*\n", ""));
    world.gitops.run("config", "uploadpack.allowFilter", "true");
    world.gitops.run("config", "uploadpack.allowAnySHA1InWant", "true");
    world.pull(1);
    world.pull(2);
    server = GitServer.serving(temp);
  }

  @AfterEach
  void stop() {
    server.close();
    world.close();
  }

  private void isRefused(int request, Runnable meanwhile) {
    String own = world.gitopsUrl;
    int[] left = {request};
    server.statuses =
        asked -> {
          if (--left[0] == 0) {
            world.gitopsUrl = own;
            meanwhile.run();
          }
          return 0;
        };
    world.gitopsUrl = server.address() + "/acme/gitops.git";
    CommandLineRun late = world.open(2);
    assertThat(left[0]).as(late.err()).isNotPositive();
    assertThat(late.code()).as(late.out()).isEqualTo(ExitCode.REFUSED);
    assertThat(late.err()).contains("the one place is taken, by orders#1");
    assertThat(world.branches()).doesNotContain("mayfly/orders/pr-2");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 7, 9})
  void whoTakesItMeanwhileHasIt(int request) {
    isRefused(request, () -> assertThat(world.open(1).code()).isZero());
  }

  /** Its branch goes in the same moment: it is seen there, or on the GitOps branch. */
  @ParameterizedTest
  @ValueSource(ints = {2, 6, 7})
  void whoIsMergedMeanwhileKeepsIt(int request) {
    assertThat(world.open(1).code()).isZero();
    isRefused(
        request,
        () -> {
          world.merge("mayfly/orders/pr-1");
          world.gitops.run("update-ref", "-d", "refs/heads/mayfly/orders/pr-1");
        });
  }
}
