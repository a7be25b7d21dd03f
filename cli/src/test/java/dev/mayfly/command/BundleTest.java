package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.RenderTool;
import dev.mayfly.platform.AppBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The deploy bundle of the first example fits what the overlay brings. */
class BundleTest {
  private static final Path BUNDLE =
      Examples.HOME.resolve("primitives/source/primitives/service/orders/deploy");

  @Test
  void kustomizePinsTheImageByTheLockFile() throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> listed = Files.list(BUNDLE)) {
      for (Path file : listed.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    RenderTool.Rendering built =
        Programs.tool("kustomize")
            .render(
                AppBundle.Kind.KUSTOMIZE, new BundleFiles("", files), PlainKustomizeTest.NOTHING)
            .orElseThrow();
    assertThat(built.failure()).isEmpty();
    String lock = Files.readString(BUNDLE.resolve("image.ref.yaml"));
    String digest = lock.substring(lock.indexOf("sha256:")).strip();
    assertThat(built.manifests())
        .contains("image: ghcr.io/acme/orders@" + digest)
        .doesNotContain("ImageLock");
  }

  /** Names that the bundle refers to and the overlay brings. */
  @Test
  void overlayBringsWhatTheBundleRefersTo() throws IOException {
    String deployment = Files.readString(BUNDLE.resolve("deployment.yaml"));
    Path overlay = Path.of("golden", "primitives", "previews", "orders", "pr-128");
    for (String[] pair :
        new String[][] {
          {"bindings", "bindings-config.yaml"},
          {"object-store", "bindings-secret-object-store.yaml"},
          {"database", "bindings-database.yaml"}
        }) {
      assertThat(deployment).contains("name: " + pair[0] + "\n");
      assertThat(Files.readString(overlay.resolve(pair[1])))
          .contains("\n  name: " + pair[0] + "\n");
    }
  }
}
