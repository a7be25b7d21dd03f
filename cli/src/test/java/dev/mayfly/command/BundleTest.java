package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The deploy bundle of the first example fits what the overlay brings. */
class BundleTest {
  private static final Path BUNDLE =
      Examples.HOME.resolve("primitives/source/primitives/service/orders/deploy");

  @Test
  void kustomizePinsTheImageByTheLockFile() throws IOException, InterruptedException {
    assumeTrue(
        kubectlIsInstalled(), "kubectl is not installed, so nothing builds the kustomization");
    Process kustomize =
        new ProcessBuilder("kubectl", "kustomize", BUNDLE.toString())
            .redirectErrorStream(true)
            .start();
    String built;
    try (InputStream out = kustomize.getInputStream()) {
      built = new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(kustomize.waitFor()).as(built).isZero();
    String lock = Files.readString(BUNDLE.resolve("image.ref.yaml"));
    String digest = lock.substring(lock.indexOf("sha256:")).strip();
    assertThat(built).contains("image: ghcr.io/acme/orders@" + digest).doesNotContain("ImageLock");
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

  private static boolean kubectlIsInstalled() {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
  }
}
