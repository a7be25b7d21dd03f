package dev.mayfly.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.RefName;
import dev.mayfly.git.TreePath;
import dev.mayfly.preview.PreviewId;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of refs, and how many previews may go at once. */
class PreviewBranchTest {
  @TempDir Path temp;

  @ParameterizedTest
  @CsvSource({
    "'',         orders#7, mayfly/orders/pr-7,         refs/mayfly/slots/shop",
    "teams/shop, orders#7, mayfly/orders+teams+shop/pr-7, refs/mayfly/slots/shop+teams+shop"
  })
  void noTwoPlatformsOfARepositoryShareARef(String folder, String id, String branch, String slot) {
    TreePath path = folder.isEmpty() ? TreePath.ROOT : TreePath.of(folder);
    PreviewId preview = PreviewId.parse(id).orElseThrow();
    assertThat(PreviewBranch.of(path, preview).shortName()).isEqualTo(branch);
    assertThat(PreviewBranch.slot(path, "shop").full()).isEqualTo(slot);
    assertThat(PreviewBranch.preview(path, RefName.branch(branch))).contains(preview);
  }

  @ParameterizedTest
  @CsvSource({
    "'',   orders+a/pr-7",
    "'',   orders/7",
    "'',   orders/pr-x",
    "'',   orders/pr-0",
    "'',   orders",
    "'',   orders/pr-7/x",
    "'',   orders/qr-7",
    "a,    orders/pr-7",
    "a,    orders+b/pr-7",
    "a,    orders+b+a/pr-7"
  })
  void othersAreNotOurs(String folder, String branch) {
    TreePath path = folder.isEmpty() ? TreePath.ROOT : TreePath.of(folder);
    assertThat(PreviewBranch.preview(path, RefName.branch("mayfly/" + branch)))
        .isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "1, 2", "2, 4", "2, 5"})
  void halfMayGo(long removals, long all) {
    assertThatCode(() -> MassRemoval.refuse(removals, all, Effect.REMOVED))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "2, 3", "3, 5"})
  void moreThanHalfMayNot(long removals, long all) {
    assertThatThrownBy(() -> MassRemoval.refuse(removals, all, Effect.REMOVED))
        .isInstanceOf(ProblemsException.class)
        .hasMessage(
            removals + " of " + all + " previews would be removed at once; nothing was done");
  }

  /** Folders that only look like a preview's are none. */
  @Test
  void previewsAreFoldersOfAnApp() {
    try (DiskDelivery world = DiskDelivery.pushing(temp)) {
      world.git.commit(
          "main",
          Map.of(
              "previews/orders/pr-7/a", "",
              "previews/orders/pr-0/a", "",
              "previews/orders/qr-8/a", "",
              "previews/orders/pr-9", "",
              "previews/readme", ""));
      assertThat(GitOpsView.overlays(world.remote.require(RefName.branch("main"))))
          .containsExactly(DiskDelivery.id(7));
      assertThat(world.delivery().view().holders()).containsExactly(DiskDelivery.id(7));
    }
  }
}
