package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.bundle.build.ArgoSettings;
import dev.mayfly.bundle.build.RenderTool;
import dev.mayfly.diagnostic.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files that the platform says a bundle has, and what the Application gives its tool. */
class GivenFilesTest {
  private static final String CHART = "path: projects/monolith/chart";

  @Test
  void valueFilesThatAreMissingAreNamed() {
    BundleCase chart =
        BundleCase.sharedChart()
            .platform(
                CHART + "}", CHART + ", valueFiles: [preview.yaml, {repository: deploy/p.yaml}]}")
            .renders("");
    assertThat(chart.problems())
        .extracting(Problem::message)
        .containsExactly(
            "the value file `deploy/p.yaml` is missing",
            "the value file `preview.yaml` is missing");
    assertThat(chart.problems())
        .extracting(it -> it.hint().replaceAll(";.*", ""))
        .containsExactly(
            "it is looked for from the root of the chart's repository",
            "it is looked for in the chart");
    assertThat(chart.file("preview.yaml", "a: 1\n").problems()).hasSize(1);
  }

  /** Argo CD would apply it; where it is not there, nothing is applied. */
  @Test
  void aLockOfAPlainDirectoryNeedNotBeThere() {
    BundleCase plain = BundleCase.directory();
    plain.files.remove("image.ref.yaml");
    assertThat(plain.findings()).isEmpty();
  }

  @Test
  void kustomizeIsGivenDigestsAndAChartItsValues() {
    ArgoSettings kustomize =
        given(
            BundleCase.kustomize().more("kustomization.yaml", "images: [{name: a, newTag: b}]\n"));
    assertThat(kustomize.images()).isEqualTo(Map.of("ghcr.io/acme/orders", BundleCase.DIGEST));
    assertThat(kustomize.namePrefix()).isEmpty();
    assertThat(kustomize.labels()).isEmpty();
    assertThat(kustomize.valueFiles()).isEmpty();
    ArgoSettings chart = given(BundleCase.sharedChart());
    assertThat(chart.images()).isEmpty();
    assertThat(chart.namePrefix()).contains("monolith-pr-7-");
    assertThat(chart.labels()).isEqualTo(Map.of("app.kubernetes.io/instance", "monolith-pr-7"));
    assertThat(chart.valueFiles()).containsExactly("image.ref.yaml");
    assertThat(chart.values().get()).isPresent();
  }

  private static ArgoSettings given(BundleCase bundle) {
    List<ArgoSettings> all = new ArrayList<>();
    bundle
        .helm((kind, files, settings) -> {
          all.add(settings);
          return Optional.of(new RenderTool.Rendering("helm", "v4.2", "", ""));
        })
        .problems();
    return all.getFirst();
  }
}
