package dev.mayfly.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreeEdit;
import dev.mayfly.git.TreePath;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequestNumber;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the apps of an environment share is written where it is not as it should be. */
class EnvironmentFolderTest {
  private static final PreviewId WEB = new PreviewId("web", new PullRequestNumber(7));
  @TempDir Path temp;

  @Test
  void whatIsAsItShouldBeIsNotWrittenAgain() {
    try (DiskDelivery world = DiskDelivery.ofEnvironment(temp)) {
      world.open(7);
      assertThat(brought(world)).isEmpty();
      world.git.commit("main", Map.of("previews/shop/pr-7/namespace.yaml", "a: 1\n"));
      assertThat(brought(world))
          .get()
          .isInstanceOfSatisfying(
              TreeEdit.Replace.class,
              it -> assertThat(it.directory()).isEqualTo(TreePath.of("previews/shop/pr-7")));
    }
  }

  private static Optional<TreeEdit> brought(DiskDelivery world) {
    GitOpsView view = world.delivery().view();
    Policy policy = view.policy();
    Snapshot snapshot = view.snapshot();
    PreviewFacts facts =
        OverlayFolder.read(snapshot, WEB, policy.platform().name()).orElseThrow().record().facts();
    return EnvironmentFolder.of(policy, WEB)
        .orElseThrow()
        .bring(snapshot, facts, UnaryOperator.identity());
  }
}
