package dev.mayfly.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.platform.Blueprint;
import dev.mayfly.yaml.Tree;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pattern A's chart gives the same objects for a pull request as Pattern B's overlay. */
class PatternsAgreeTest {
  @Test
  void chartAndOverlayHoldTheSameObjects() {
    int compared = 0;
    for (var platform : PlatformMatrix.ALL.accepted().entrySet()) {
      RenderedPlatform rendered = RenderedPlatform.of(platform.getValue());
      if (!rendered.loaded().platform().gitops().isGenerator()) {
        assertThat(rendered.platformSet().keySet()).noneMatch(path -> path.contains("/baseline/"));
        continue;
      }
      for (Blueprint blueprint : rendered.loaded().blueprints()) {
        String app = blueprint.app().name();
        Map<String, Tree> overlay = new TreeMap<>();
        String folder = "previews/" + app + "/pr-" + RenderedPlatform.NUMBER + "/";
        rendered
            .overlays()
            .forEach((path, text) -> {
              if (path.startsWith(folder)) {
                overlay.put(
                    path.substring(folder.length()), PlainTrees.of(PlainTrees.read(path, text)));
              }
            });
        // Files of the folder that are no objects: the chart needs neither.
        overlay.remove("kustomization.yaml");
        overlay.remove("preview.yaml");
        Map<String, Tree> chart = new TreeMap<>();
        rendered
            .chart(app)
            .forEach((path, text) -> chart.put(path, PlainTrees.of(PlainTrees.read(path, text))));
        assertThat(chart).as(platform.getKey()).isEqualTo(overlay).isNotEmpty();
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(30);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: {{ .Values.pr.title }}",
        "a: {{.Values.pr.number}}",
        "a: {{ .Values.pr.number | quote }}",
        "a: {{- .Values.pr.number }}",
        "{{ if true }}",
        "{{",
        "{{/* no */}}"
      })
  void nothingElseMayStandInAChart(String template) {
    assertThatThrownBy(() -> HelmChart.evaluate(template, "1"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("{{");
  }

  @Test
  void aLiteralBraceComesOutAsItWas() {
    assertThat(HelmChart.evaluate("\"{{`{{`}} .password }}\" {{ .Values.pr.number }}", "7"))
        .isEqualTo("\"{{ .password }}\" 7");
  }
}
