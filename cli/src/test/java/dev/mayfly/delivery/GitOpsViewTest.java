package dev.mayfly.delivery;

import static dev.mayfly.delivery.DeliveryCase.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.git.RefName;
import dev.mayfly.preview.CommitSha;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which previews the GitOps repository holds, on its branch and on those of their own. */
class GitOpsViewTest {
  @TempDir Path temp;

  @Test
  void foldersOfPreviewsArePreviews() {
    try (DiskDelivery world = DiskDelivery.proposing(temp)) {
      world.git.commit(
          "main",
          Map.of(
              "previews/orders/pr-7/a", "x",
              "previews/orders/pr-12/a", "x",
              "previews/orders/pr-x/a", "x",
              "previews/orders/pr-0/a", "x",
              "previews/orders/qr-8/a", "x",
              "previews/orders/pr-9", "a file",
              "previews/web", "a file",
              "other/orders/pr-10/a", "x"));
      GitOpsView view = world.delivery().view();
      assertThat(view.overlays()).containsExactly(id("orders", 7), id("orders", 12));
      assertThat(view.holders()).isEqualTo(view.overlays());
      assertThat(view.branches()).isEmpty();
      assertThat(GitOpsView.holds(view.snapshot(), id("orders", 7))).isTrue();
      assertThat(GitOpsView.holds(view.snapshot(), id("orders", 8))).isFalse();
      assertThat(GitOpsView.holds(view.snapshot(), id("orders", 9))).isFalse();
      assertThat(GitOpsView.holds(view.snapshot(), id("web", 7))).isFalse();
    }
  }

  @Test
  void aBranchMayBringOneOrChangeOneOrBeLeft() {
    try (DiskDelivery world = DiskDelivery.proposing(temp)) {
      world.git.commit("main", Map.of("previews/orders/pr-7/a", "x"));
      String brings = "mayfly/orders/pr-8";
      world.git.commit(brings, "main", Map.of("previews/orders/pr-8/a", "x"));
      world.git.commit("mayfly/orders/pr-7", "main", Map.of("previews/orders/pr-7/a", "y"));
      world.git.commit("mayfly/orders/pr-9", "main", Map.of("x", "y"));
      world.git.commit("mayfly/orders/other", "main", Map.of("x", "y"));
      GitOpsView view = world.delivery().view();
      assertThat(view.overlays()).containsExactly(id("orders", 7));
      assertThat(view.branches())
          .containsOnlyKeys(id("orders", 7), id("orders", 8), id("orders", 9));
      assertThat(view.proposed()).containsExactly(id("orders", 8));
      assertThat(view.holders()).containsExactly(id("orders", 7), id("orders", 8));
      assertThat(view.branch(id("orders", 8))).contains(new CommitSha(world.git.tip(brings)));
      assertThat(view.branch(id("orders", 10))).isEmpty();
      assertThat(view.proposedAt(world.remote)).containsOnlyKeys(id("orders", 8));
      RefName slot = new RefName("refs/mayfly/slots/primitives");
      assertThat(view.refs()).doesNotContainKey(slot);
      world.git.run("update-ref", "refs/mayfly/slots/primitives", world.git.tip("main"));
      assertThat(world.delivery().view().refs())
          .containsEntry(slot, new CommitSha(world.git.tip("main")));
    }
  }
}
