package dev.mayfly.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.preview.ImageDigest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** References that only look like the app's image. */
class PinnedImageTest {
  private static final String HEX =
      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
  private static final String DIGEST = "@sha256:" + HEX;
  private static final String APP = "ghcr.io/org/app";

  @ParameterizedTest
  @ValueSource(strings = {APP, APP + ":v1.2", "ghcr.io:443/org/app", "localhost:5000/app", "app"})
  void readsNameAndDigest(String name) {
    PinnedImage image = PinnedImage.parse(name + DIGEST).orElseThrow();
    assertThat(image.name()).isEqualTo(name.replace(":v1.2", ""));
    assertThat(image.digest().text()).isEqualTo("sha256:" + HEX);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        DIGEST,
        APP,
        APP + ":v1",
        APP + "@",
        APP + "@sha256:",
        APP + "@md5:0123456789abcdef0123456789abcdef",
        APP + "@sha256:0123",
        APP + "@sha512:0123",
        "user@" + APP + DIGEST,
        "GHCR.IO/org/app" + DIGEST,
        "ghcr.io/org/App" + DIGEST,
        "ghcr.io/org/app/../other" + DIGEST,
        "ghcr.io/org/./app" + DIGEST,
        "ghcr.io//app" + DIGEST,
        "ghcr.io/org%2fapp" + DIGEST,
        "https://" + APP + DIGEST,
        "/org/app" + DIGEST,
        APP + "/" + DIGEST,
        APP + " " + DIGEST,
        " " + APP + DIGEST,
        APP + DIGEST + " ",
        APP + DIGEST + "\n",
        APP + "\n" + DIGEST,
        APP + DIGEST + DIGEST,
        APP + ":a:b" + DIGEST,
        "ghcr.io\\org\\app" + DIGEST,
        "gh\u0441r.io/org/app" + DIGEST,
        "ghcr.io/org/\uff41pp" + DIGEST,
        "${images.app.name}" + DIGEST,
        "{{ .x }}" + DIGEST,
        "--image" + DIGEST
      })
  void refusesWhatIsNoPinnedReference(String hostile) {
    assertThat(PinnedImage.parse(hostile)).isEmpty();
  }

  @Test
  void refusesOtherDigests() {
    for (String hex :
        new String[] {HEX.substring(1), HEX + "0", HEX.replace('a', 'A'), HEX.replace('a', 'g')}) {
      assertThat(PinnedImage.parse(APP + "@sha256:" + hex)).as(hex).isEmpty();
    }
    assertThat(PinnedImage.parse(APP + "@SHA256:" + HEX)).isEmpty();
  }

  @Test
  void refusesPathsOfKilobytes() {
    assertThat(PinnedImage.parse("ghcr.io/" + "a/".repeat(2048) + "a" + DIGEST)).isEmpty();
  }

  /** A reference of the right form, but to an image that merely looks like the app's. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ghcr.io.evil.com/org/app", "evil.com/ghcr.io/org/app", "ghcr.io:443/org/app", "org/app",
        "ghcr.io/org/other", "ghcr.io/org/app/other", "ghcr.io/org/app2", "docker.io/org/app"
      })
  void digestOfAnotherImageIsForeign(String name) {
    Digests digests = new Digests(Map.of("app", APP));
    assertThatThrownBy(() -> digests.add(name + DIGEST, "--image"))
        .asInstanceOf(type(ProblemsException.class))
        .satisfies(
            e -> assertThat(e.problems()).extracting(Problem::id).containsExactly("foreign-image"));
    assertThat(digests.byId()).isEmpty();
  }

  @Test
  void digestsOfTheSameImageMustAgree() {
    Digests digests = new Digests(Map.of("app", APP));
    digests.add(APP + DIGEST, "--image");
    digests.add("app" + DIGEST, "--lock");
    digests.add(APP + ":v1" + DIGEST, "--source");
    assertThat(digests.byId()).isEqualTo(Map.of("app", new ImageDigest("sha256:" + HEX)));
    assertThatThrownBy(() -> digests.add("app@sha256:" + "0".repeat(64), "--lock"))
        .isInstanceOf(ProblemsException.class)
        .hasMessage("`--image` and `--lock` give different digests for image `app`");
  }
}
