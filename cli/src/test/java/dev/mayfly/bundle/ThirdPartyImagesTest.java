package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images that pull requests do not build are pinned by the bundle and permitted by name. */
class ThirdPartyImagesTest {
  @ParameterizedTest
  @CsvSource({
    "docker.io/library/postgres:16-alpine, docker.io/library/postgres",
    "postgres:16, docker.io/library/postgres",
    "postgres, docker.io/postgres",
    "index.docker.io/library/postgres, docker.io/library/postgres",
    "bitnami/redis, docker.io/bitnami/*",
    "quay.io/minio/mc:RELEASE.2025, quay.io/minio/*",
    "quay.io/minio/mc-tools, quay.io/minio/mc-*",
    "registry.acme.dev:5000/mirror/library/postgres, registry.acme.dev:5000/mirror/*/*"
  })
  void aPermittedNameIsProven(String image, String pattern) {
    assertThat(running(image + "@" + BundleCase.OTHER, pattern).findings()).isEmpty();
    assertThat(running(image, pattern).findings()).containsExactly("error unpinned-image");
  }

  @ParameterizedTest
  @CsvSource({
    "docker.io/evil/postgres, docker.io/library/postgres",
    "evil.example/library/postgres, docker.io/library/postgres",
    "docker.io/library/postgres-evil, docker.io/library/postgres",
    "quay.io/minio/mc/evil, quay.io/minio/*",
    "quay.io/evil/minio, quay.io/minio/*",
    "quay.io.evil.example/minio/mc, quay.io/minio/*"
  })
  void anotherNameIsNot(String image, String pattern) {
    assertThat(running(image + "@" + BundleCase.OTHER, pattern).findings())
        .containsExactly("error foreign-image");
  }

  /** The app's own images keep their digest, whatever pattern they match. */
  @Test
  void aPatternDoesNotFreeTheAppsOwn() {
    assertThat(running("ghcr.io/acme/orders@" + BundleCase.OTHER, "ghcr.io/acme/*").findings())
        .containsExactly("error digests-disagree");
  }

  @Test
  void withoutAPatternTheHintSaysWhatPermitsIt() {
    Problem problem =
        BundleCase.directory().object(pod("postgres:16@" + BundleCase.OTHER)).problems().getFirst();
    assertThat(problem.id()).isEqualTo("foreign-image");
    assertThat(problem.hint()).contains("thirdParty: [docker.io/library/postgres]");
  }

  private static BundleCase running(String image, String pattern) {
    return BundleCase.directory()
        .platform("      bindings:\n", "      thirdParty: ['" + pattern + "']\n      bindings:\n")
        .object(pod(image));
  }

  private static String pod(String image) {
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x}\n"
        + "spec: {replicas: 0, template: {spec: {containers: [{name: a, image: '"
        + image
        + "'}]}}}\n";
  }
}
