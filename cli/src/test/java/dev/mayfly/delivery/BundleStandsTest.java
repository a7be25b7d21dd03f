package dev.mayfly.delivery;

import static dev.mayfly.delivery.DeliveryCase.HEAD;
import static dev.mayfly.delivery.DeliveryCase.OTHER;
import static dev.mayfly.delivery.DeliveryCase.app;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.manifest.BundlePin;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.platform.App;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where bundles stand that do not come with their pull request, and which commit is recorded. */
class BundleStandsTest {
  private static final YamlDraft ELSEWHERE = YamlDraft.example("shapes/bundle-elsewhere");
  private static final String REVISION = "spec.apps.0.bundle.from.revision";
  private static final String URL = "https://github.com/acme/charts.git";

  private final List<String> asked = new ArrayList<>();
  private final BundleRevisions newest =
      followed -> {
        asked.add(followed.url());
        return OTHER;
      };

  @ParameterizedTest
  @CsvSource({
    "primitives, ''",
    "shapes/bundle-in-gitops, ''",
    "shapes/chart-from-registry, app 2.3.1"
  })
  void whatCannotMoveIsNotAskedFor(String example, String words) {
    Optional<BundleStand> stand = stands().of(app(YamlDraft.example(example)), Optional.empty());
    assertThat(stand.map(BundleStand::words).orElse("")).isEqualTo(words);
    assertThat(stand.map(BundleStand::isBehind)).isNotEqualTo(Optional.of(true));
    assertThat(asked).isEmpty();
  }

  @Test
  void aCommitStaysWhereItIs() {
    BundleStand stand =
        stands().of(app(ELSEWHERE.with(REVISION, HEAD.hex())), Optional.empty()).orElseThrow();
    assertThat(stand)
        .isEqualTo(new BundleStand(HEAD.shortHex(), Optional.of(HEAD), Optional.empty()));
    assertThat(asked).isEmpty();
  }

  @Test
  void aTagMayHaveMoved() {
    BundleStands stands = stands();
    App app = app(ELSEWHERE);
    assertThat(stands.of(app, Optional.of(new BundlePin(URL, "v1.4.2", HEAD))).orElseThrow())
        .satisfies(it -> {
          assertThat(it.isBehind()).isTrue();
          assertThat(it.words())
              .isEqualTo("v1.4.2 at " + HEAD.shortHex() + ", behind " + OTHER.shortHex());
        });
    assertThat(stands.of(app, Optional.of(new BundlePin(URL, "v1.4.2", OTHER))).orElseThrow())
        .satisfies(it -> {
          assertThat(it.isBehind()).isFalse();
          assertThat(it.words()).isEqualTo("v1.4.2 at " + OTHER.shortHex());
        });
    assertThat(stands.of(app, Optional.empty()).orElseThrow().words())
        .isEqualTo("v1.4.2, behind " + OTHER.shortHex());
    assertThat(asked).containsExactly(URL);
    assertThat(stands.unasked()).isEmpty();
  }

  @Test
  void whoDoesNotAnswerIsSaidOnce() {
    BundleStands stands =
        new BundleStands(
            Optional.of(followed -> {
              throw Fault.REMOTE.error("remote-silent", "nobody answers", "");
            }));
    assertThat(stands.of(app(ELSEWHERE), Optional.empty()).orElseThrow().newest()).isEmpty();
    assertThat(stands.of(app(ELSEWHERE), Optional.empty()).orElseThrow().isBehind()).isFalse();
    assertThat(stands.unasked())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.severity()).isEqualTo(Severity.WARNING);
          assertThat(it.message()).isEqualTo("nobody answers");
        });
    BundleStands silent = new BundleStands(Optional.empty());
    assertThat(silent.of(app(ELSEWHERE), Optional.empty()).orElseThrow().newest()).isEmpty();
    assertThat(silent.unasked()).extracting(Problem::id).isEmpty();
  }

  /** As recorded for as long as the platform says the same. */
  @Test
  void whatIsRecordedStaysUntilThePlatformSaysAnother() {
    BundlePin recorded = new BundlePin(URL, "v1.4.2", HEAD);
    BundlePin now = new BundlePin(URL, "v1.4.2", OTHER);
    App app = app(ELSEWHERE);
    assertThat(newest.pin(app)).contains(now);
    assertThat(newest.pin(app, Optional.of(recorded))).contains(recorded);
    assertThat(newest.pin(app, Optional.of(new BundlePin(URL, "v1.4.1", HEAD)))).contains(now);
    assertThat(newest.pin(app, Optional.of(new BundlePin("https://x", "v1.4.2", HEAD))))
        .contains(now);
    assertThat(newest.pin(app, Optional.empty())).contains(now);
    App own = app(DeliveryCase.draft());
    assertThat(BundleRevisions.NONE.pin(own, Optional.of(recorded))).isEmpty();
    assertThatThrownBy(() -> BundleRevisions.NONE.pin(app))
        .isInstanceOf(IllegalStateException.class);
  }

  private BundleStands stands() {
    return new BundleStands(Optional.of(newest));
  }
}
