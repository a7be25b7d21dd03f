package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the platform itself brings is pinned too, and a digest of another kind is none. */
class PinnedImagesTest {
  @ParameterizedTest
  @CsvSource({
    "ghcr.io/acme/proxy:1, is not pinned by digest",
    "ghcr.io/acme/proxy@sha1:0, 'has no digest of sha256, 64 small hex digits, behind its name'"
  })
  void anImageOfTheOverlay(String image, String why) {
    assertThat(messages(image)).containsExactly("the image `" + image + "` " + why);
    assertThat(messages("ghcr.io/acme/proxy@" + BundleCase.DIGEST)).isEmpty();
  }

  /** Only of Kubernetes' own kinds the keys are their owner's words. */
  @ParameterizedTest
  @CsvSource({"v1, false", "acme.dev/v1, true"})
  void aSecretOfAnotherGroupIsLookedInto(String apiVersion, boolean looked) {
    String secret =
        "apiVersion: %s\nkind: Secret\nmetadata: {name: s}\ndata: {image: 'ghcr.io/acme/proxy:1'}\n"
            .formatted(apiVersion);
    BundleFindings findings = new BundleFindings(Severity.ERROR);
    new PinnedImages().check(BareBundle.of(Map.of("s.yaml", secret), Map.of()), findings);
    assertThat(findings.sorted().stream().map(Problem::id).toList().contains("unpinned-image"))
        .isEqualTo(looked);
  }

  private static List<String> messages(String image) {
    String pod =
        "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: a, image: '%s'}]}\n"
            .formatted(image);
    Bundle bundle = BareBundle.of(Map.of(), Map.of("extra-p.yaml", pod));
    BundleFindings findings = new BundleFindings(Severity.ERROR);
    new PinnedImages().check(bundle, findings);
    return findings.sorted().stream().map(Problem::message).toList();
  }
}
