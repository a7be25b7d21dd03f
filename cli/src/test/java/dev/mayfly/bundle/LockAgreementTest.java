package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.image.ImageLock;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.preview.ImageDigest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A lock pins the images that name it, all of them and no others, as they were built. */
class LockAgreementTest {
  private static final String PATH = BundleCase.PATH + "/image.ref.yaml";
  private static final String LOCK = BundleCase.lock(BundleCase.DIGEST);
  private static final String DISAGREES =
      "the image `ghcr.io/acme/orders` is pinned to another digest than the one given";

  private final BundleCase platform =
      BundleCase.kustomize()
          .platform(
              "      images:\n",
              "      images:\n        - {id: side, name: ghcr.io/acme/side, lock: side.yaml}\n");

  @Test
  void itPinsWhatNamesIt() {
    assertThat(messages(LOCK)).isEmpty();
    assertThat(messages(LOCK + image("nobody")))
        .containsExactly("unknown image `ghcr.io/acme/nobody`");
    assertThat(messages(LOCK + image("side")))
        .containsExactly(
            "the image `ghcr.io/acme/side` is pinned by another lock file and not read from here");
    assertThat(messages(LOCK.replace("name: ghcr.io/acme/orders", "name: ghcr.io/acme/side")))
        .contains("the image `ghcr.io/acme/orders` is missing from the lock file");
  }

  /** What a pull request need not build may differ from what its branch locked. */
  @Test
  void itAgreesWithWhatHadToBeBuilt() {
    String other = BundleCase.lock(BundleCase.OTHER);
    assertThat(messages(other)).containsExactly(DISAGREES);
    platform.platform("/image.ref.yaml}", "/image.ref.yaml, unchanged: target-branch}");
    assertThat(messages(other)).isEmpty();
  }

  private static String image(String name) {
    return "  - name: ghcr.io/acme/" + name + "\n    digest: " + BundleCase.DIGEST + "\n";
  }

  private List<String> messages(String lock) {
    PreviewFacts facts =
        new PreviewFacts(
            platform.facts("a".repeat(40)).pullRequest(),
            Map.of("app", new ImageDigest(BundleCase.DIGEST)),
            Optional.empty());
    Bundle bundle =
        new Bundle(
            platform.blueprint(),
            facts,
            "orders-pr-7",
            "pr-7-orders",
            new BundleFiles("", new TreeMap<>()),
            List.of(),
            List.of(),
            new TreeMap<>(
                Map.of(PATH, ImageLock.read(PATH, lock.getBytes(StandardCharsets.UTF_8)))));
    BundleFindings findings = new BundleFindings(Severity.ERROR);
    new LockAgreement().check(bundle, findings);
    return findings.sorted().stream().map(Problem::message).toList();
  }
}
