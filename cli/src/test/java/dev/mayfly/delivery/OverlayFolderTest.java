package dev.mayfly.delivery;

import static dev.mayfly.delivery.DeliveryCase.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.RefName;
import dev.mayfly.manifest.BundlePin;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.Blueprint;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder is replaced or removed only where it is known to be ours. */
class OverlayFolderTest {
  private static final String FOLDER = "previews/orders/pr-7/";
  @TempDir Path temp;
  private DiskDelivery world;

  @BeforeEach
  void open() {
    world = DiskDelivery.pushing(temp);
    world.open(7);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void whatAnEarlierRunWroteIsOurs() {
    OverlayFolder folder = read(7, "primitives").orElseThrow();
    assertThat(OverlayFolder.path(id("orders", 7))).hasToString("previews/orders/pr-7");
    assertThat(folder.files()).containsKeys("preview.yaml", "kustomization.yaml");
    assertThat(folder.record().app()).isEqualTo("orders");
    assertThat(read(8, "primitives")).isEmpty();
    assertThat(folder.holds(folder.files())).isTrue();
    assertThat(folder.holds(new TreeMap<>())).isFalse();
    SortedMap<String, byte[]> other = new TreeMap<>(folder.files());
    other.put("preview.yaml", new byte[1]);
    assertThat(OverlayFolder.same(folder.files(), other)).isFalse();
    assertThat(folder.holds(other)).isFalse();
    other.remove("preview.yaml");
    assertThat(OverlayFolder.same(folder.files(), other)).isFalse();
  }

  @Test
  void whatIsOfAnotherPlatformIsLeft() {
    refused("belongs to app `orders` and pull request 7 of platform `primitives`", "other");
  }

  @Test
  void aRecordOfAnotherPreviewIsLeft() {
    String record = world.git.text("main", FOLDER + "preview.yaml") + "\n";
    world.git.commit("main", Map.of(FOLDER + "preview.yaml", record.replace("\"7\"", "\"8\"")));
    refused("belongs to app `orders` and pull request 8 of platform `primitives`", "primitives");
    world.git.commit(
        "main", Map.of(FOLDER + "preview.yaml", record.replace("app: orders", "app: web")));
    refused("belongs to app `web` and pull request 7 of platform `primitives`", "primitives");
  }

  @Test
  void aFolderWithoutARecordIsLeft() {
    world.git.commit("main", Map.of("previews/orders/pr-8/a.yaml", "x"));
    assertThatThrownBy(() -> read(8, "primitives"))
        .hasMessage(
            "the folder `previews/orders/pr-8` has no preview.yaml, so it was not written by Mayfly");
  }

  @Test
  void aFileThatIsNotListedIsSomebodys() {
    world.git.commit("main", Map.of(FOLDER + "more.yaml", "x", FOLDER + "most.yaml", "x"));
    refused("holds `more.yaml`, which is not Mayfly's", "primitives");
    String list = world.git.text("main", FOLDER + "kustomization.yaml");
    world.git.commit(
        "main",
        Map.of(
            FOLDER + "kustomization.yaml",
            list.replace("resources:", "resources:\n  - more.yaml\n  - most.yaml") + "\n"));
    assertThat(read(7, "primitives")).isPresent();
  }

  /** What waits on a branch and what is merged is told as reviewers want it. */
  @Test
  void whatReviewersWantToKnow() {
    PreviewFacts facts = read(7, "primitives").orElseThrow().record().facts();
    Blueprint blueprint = world.delivery().policy().blueprint("orders").orElseThrow();
    String said =
        "URL: https://orders-7.preview.example.dev\nImage: ghcr.io/acme/orders@sha256:"
            + "c".repeat(64);
    assertThat(Message.body(blueprint, facts)).isEqualTo(said);
    BundlePin pin = new BundlePin("https://git.example.dev/x.git", "main", DeliveryCase.HEAD);
    assertThat(Message.body(blueprint, facts.bundle(Optional.of(pin))))
        .isEqualTo(
            said
                + "\nBundle: https://git.example.dev/x.git at "
                + DeliveryCase.HEAD.hex()
                + " (main)");
  }

  private void refused(String why, String platform) {
    assertThatThrownBy(() -> read(7, platform))
        .isInstanceOfSatisfying(
            ProblemsException.class, it -> assertThat(it.fault()).isEqualTo(Fault.REFUSED))
        .hasMessage("the folder `previews/orders/pr-7` " + why);
  }

  private Optional<OverlayFolder> read(int number, String platform) {
    return OverlayFolder.read(
        world.remote.require(RefName.branch("main")), id("orders", number), platform);
  }
}
