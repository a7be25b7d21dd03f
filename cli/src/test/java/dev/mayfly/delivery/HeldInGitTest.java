package dev.mayfly.delivery;

import static dev.mayfly.delivery.DeliveryCase.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.ProblemsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which refs wait for nothing any more, and why. */
class HeldInGitTest {
  private static final String OWN = "mayfly/orders/pr-7";
  @TempDir Path temp;

  @Test
  void aBranchIsLeftWhenItBringsNothing() {
    try (DiskDelivery world = DiskDelivery.proposing(temp)) {
      world.open(7);
      assertThat(held(world).previews()).containsExactly(id("orders", 7));
      assertThat(said(world)).isEmpty();
      world.merge(OWN);
      assertThat(said(world))
          .containsExactly(OWN + " brings nothing to preview `orders#7` that is not merged");
      world.git.commit("main", Map.of("previews/orders/pr-7/more", "x"));
      assertThat(said(world)).as("its removal of that waits").isEmpty();
      world.git.commit("mayfly/orders/pr-9", "main", Map.of("x", "y"));
      assertThat(said(world))
          .containsExactly(
              "mayfly/orders/pr-9 brings no overlay of preview `orders#9`, and there is none to"
                  + " remove");
    }
  }

  @Test
  void aSlotIsOfAPlatformThatIsThere() {
    try (DiskDelivery world = DiskDelivery.proposing(temp)) {
      world.git.commit("main", Map.of("teams/shop/mayfly.yaml", "x"));
      for (String slot : List.of("primitives", "older", "x+teams+shop", "x+teams+gone")) {
        world.git.run("update-ref", "refs/mayfly/slots/" + slot, world.git.tip("main"));
      }
      assertThat(said(world))
          .containsExactly(
              "refs/mayfly/slots/older is of a platform that has another name now",
              "refs/mayfly/slots/x+teams+gone is of a platform that is not there any more");
      world.edit(draft -> draft.with("spec.gitops.change", "push"));
      assertThat(said(world))
          .contains(
              "refs/mayfly/slots/primitives is for changes by pull request, which the platform has"
                  + " none of");
    }
  }

  /**
   * They name the Backups that clones are made from, and are read only where these are asked for.
   */
  @Test
  void recordsAreReadWhereBackupsAreWanted() {
    try (DiskDelivery world = DiskDelivery.pushing(temp)) {
      world.open(7);
      assertThat(HeldInGit.read(world.delivery(), world.delivery().view(), true).backups())
          .isEmpty();
      String record = world.git.text("main", "previews/orders/pr-7/preview.yaml");
      world.git.commit(
          "main",
          Map.of(
              "previews/orders/pr-7/preview.yaml", record + "\n  database: {backup: nightly}\n"));
      assertThat(HeldInGit.read(world.delivery(), world.delivery().view(), true).backups())
          .containsExactly("nightly");
      assertThat(held(world).backups()).isEmpty();
      world.git.commit("main", Map.of("previews/orders/pr-7/preview.yaml", "a: 1\n"));
      assertThat(held(world).previews()).hasSize(1);
      assertThatThrownBy(() -> HeldInGit.read(world.delivery(), world.delivery().view(), true))
          .isInstanceOf(ProblemsException.class);
    }
  }

  private static HeldInGit held(DiskDelivery world) {
    return HeldInGit.read(world.delivery(), world.delivery().view(), false);
  }

  private static List<String> said(DiskDelivery world) {
    return held(world).left().stream()
        .map(it -> it.ref().full().replace("refs/heads/", "") + " " + it.reason())
        .toList();
  }
}
