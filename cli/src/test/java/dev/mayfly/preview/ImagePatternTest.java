package dev.mayfly.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of images as container runtimes complete them. */
class ImagePatternTest {
  @ParameterizedTest
  @CsvSource({
    "nginx, docker.io/library/nginx",
    "library/nginx, docker.io/library/nginx",
    "acme/web, docker.io/acme/web",
    "/web, docker.io//web",
    "docker.io/nginx, docker.io/library/nginx",
    "index.docker.io/nginx, docker.io/library/nginx",
    "index.docker.io/acme/web, docker.io/acme/web",
    "ghcr.io/web, ghcr.io/web",
    "localhost/web, localhost/web",
    "registry:5000/web, registry:5000/web",
    "Registry/web, Registry/web"
  })
  void namesAreCompleted(String written, String whole) {
    ImageName name = ImageName.of(written);
    assertThat(name).hasToString(whole).isEqualTo(ImageName.of(written));
    assertThat(ImagePattern.of(written)).hasToString(whole);
  }

  @Test
  void namesDifferByRegistryAndPath() {
    ImageName name = ImageName.of("ghcr.io/a");
    assertThat(name)
        .isNotEqualTo(ImageName.of("quay.io/a"))
        .isNotEqualTo(ImageName.of("ghcr.io/b"));
    assertThat(name).isNotEqualTo("ghcr.io/a");
    assertThat(name.hashCode()).isEqualTo(31 * "ghcr.io".hashCode() + "a".hashCode());
  }

  @ParameterizedTest
  @CsvSource({
    "nginx, nginx, true",
    "nginx, acme/nginx, false",
    "acme/*, acme/web, true",
    "acme/*, acme/web/x, false",
    "acme/*, docker.io/acme/web, true",
    "ghcr.io/acme/w*b, ghcr.io/acme/web, true",
    "ghcr.io/acme/web, ghcrXio/acme/web, false",
    "ghcr.io/acme/web, quay.io/acme/web, false"
  })
  void aStarStaysInItsPart(String pattern, String image, boolean matches) {
    assertThat(ImagePattern.of(pattern).matches(ImageName.of(image))).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "nginx, ((index[.])?docker[.]io/)?(library/)?nginx",
    "acme/w*, ((index[.])?docker[.]io/)?acme/w[a-z0-9._-]*",
    "docker.io/a.b/c, ((index[.])?docker[.]io/)a[.]b/c",
    "ghcr.io/a, ghcr[.]io/a"
  })
  void oneExpressionForEveryWayToWriteIt(String pattern, String regex) {
    assertThat(ImagePattern.of(pattern).regex()).isEqualTo(regex);
  }

  @ParameterizedTest
  @CsvSource({
    "ghcr.io/*, true",
    "ghcr.io/*/web, true",
    "ghcr.io/acme/*, false",
    "ghcr.io/acme, false",
    "registry.acme.dev/*, false",
    "a*/web, true",
    "acme/*, false",
    "docker.io//*, false"
  })
  void wherePeopleMayHaveTheirOwnAnOwnerIsNamed(String pattern, boolean isOpen) {
    assertThat(ImagePattern.of(pattern).isOpen()).isEqualTo(isOpen);
  }
}
