package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would be applied before there is a namespace for it, and Jobs that a second push breaks. */
class EarlyObjectsTest {
  @ParameterizedTest
  @CsvSource({
    "argocd.argoproj.io/sync-wave, -11, error before-namespace",
    "argocd.argoproj.io/sync-wave, -10, ''",
    "argocd.argoproj.io/sync-wave, 3, ''",
    "argocd.argoproj.io/hook, Sync, ''"
  })
  void nothingComesBeforeTheNamespace(String annotation, String value, String finding) {
    assertThat(String.join("", map(annotation, value).findings())).isEqualTo(finding);
  }

  @Test
  void aHookBeforeTheSyncIsTooEarlyWithoutBindingsToo() throws IOException {
    BundleCase hook = map("argocd.argoproj.io/hook", "PreSync");
    assertThat(hook.findings()).containsExactly("error early-hook");
    String text = Files.readString(Path.of("examples/primitives/mayfly.yaml"));
    String without =
        text.substring(text.indexOf("      bindings:"), text.indexOf("      service:"));
    BundleCase bare =
        map("argocd.argoproj.io/hook", "PreSync")
            .platform(without, "")
            .platform(text.substring(text.indexOf("      database:")), "");
    assertThat(bare.problems())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.id()).isEqualTo("before-namespace");
          assertThat(it.location()).hasToString(BundleCase.PATH + "/more.yaml:3:64");
        });
  }

  @Test
  void whereItIsAndWhatComesLater() {
    Problem problem = map("argocd.argoproj.io/sync-wave", "-30").problems().getFirst();
    assertThat(problem.message())
        .isEqualTo("ConfigMap `early` comes in wave -30, and the preview's namespace in wave -10");
    assertThat(problem.location()).hasToString(BundleCase.PATH + "/more.yaml:3:69");
  }

  /** Argo CD's own word counts where both stand. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          helm.sh/hook: pre-install | 3:53
          helm.sh/hook: post-install, argocd.argoproj.io/hook: PreSync | 3:92
          """)
  void aHookIsShownWhereItIsSaid(String annotations, String place) {
    String map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: early, annotations: {%s}}\n";
    assertThat(BundleCase.directory().object(map.formatted(annotations)).problems())
        .singleElement()
        .satisfies(
            it -> assertThat(it.location()).hasToString(BundleCase.PATH + "/more.yaml:" + place));
  }

  /** The namespace is there before any phase where Argo CD makes it, or where it is shared. */
  @Test
  void argoCdsOwnNamespaceComesFirst() {
    assertThat(
            map("argocd.argoproj.io/sync-wave", "-30")
                .platform("strategy: manifest", "strategy: create-namespace")
                .findings())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "migrate, '', '', ghcr.io/acme/orders, warning fixed-job",
    "migrate, '', 'ttlSecondsAfterFinished: 60, ', ghcr.io/acme/orders, ''",
    "migrate, 'argocd.argoproj.io/hook: Sync', '', ghcr.io/acme/orders, ''",
    "migrate, '', '', docker.io/library/postgres, ''"
  })
  void aJobWithAnImageOfTheApp(
      String name, String annotations, String spec, String image, String finding) {
    String job =
        "apiVersion: batch/v1\nkind: Job\nmetadata: {name: %s, annotations: {%s}}\nspec: {%stemplate: {spec: {containers: [{name: a, image: '%s@%s'}]}}}\n"
            .formatted(name, annotations, spec, image, BundleCase.DIGEST);
    BundleCase found =
        BundleCase.directory()
            .platform(
                "      resources:\n",
                "      thirdParty: [docker.io/library/postgres]\n      resources:\n        - {group: batch, kind: Job}\n")
            .object(job);
    assertThat(found.findings().stream().filter(it -> !it.contains("counted-too-low")).toList())
        .as(found.problems().toString())
        .isEqualTo(finding.isEmpty() ? List.of() : List.of(finding));
  }

  private static BundleCase map(String annotation, String value) {
    return BundleCase.directory()
        .object(
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: early, annotations: {%s: '%s'}}\n"
                .formatted(annotation, value));
  }
}
