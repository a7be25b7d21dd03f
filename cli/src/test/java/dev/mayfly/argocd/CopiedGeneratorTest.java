package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Argo CD 3.5.1 makes of generators below the second one of a matrix, and of patches. */
class CopiedGeneratorTest {
  /** Each waits for what it brings itself, however deep it is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          clusters: {selector: {matchLabels: {tier: preview}}, values: {x: "{{ .name }}", w: "{{ .a }}"}} | {{ .values }} | map[w:b x:eu]
          clusterDecisionResource: {configMapRef: m, name: near} | {{ .name }} | stalls
          list: {elements: [{c: "{{ .a }}"}]} | {{ .c }} | b
          list: {elements: [{c: d}]}, selector: {matchLabels: {c: "{{ .z }}"}} | x | stalls
          list: {elements: [{c: "{{ .z }}"}]} | x | stalls
          """)
  void whatIsNestedIsACopyToo(String generator, String value, String answer) {
    String inner = "{" + generator + "}, {list: {elements: [{k: v}]}}";
    assertThat(nested("matrix: {generators: [" + inner + "]}", value)).isEqualTo(answer);
    String merged = inner.replace("{k: v}", "{a: z}");
    String template = ", template: {metadata: {name: '{{ .nope }}'}}";
    assertThat(
            nested("merge: {mergeKeys: [k], generators: [" + merged + "]" + template + "}", value))
        .isEqualTo(answer);
  }

  @Test
  void whatAPluginWasNotGivenIsEmpty() {
    assertThat(nested("plugin: {configMapRef: {name: x}}", "{{ len . }} {{ toJson . }}"))
        .isEqualTo("3 {\"a\":\"b\",\"generator\":{\"input\":{\"parameters\":{}}},\"n\":\"a\"}");
  }

  private static String nested(String generator, String value) {
    return GeneratorAnswersTest.of(
        "matrix: {generators: [{list: {elements: [{a: b}]}}, {" + generator + "}]}", value);
  }

  /** A patch that begins with a brace is JSON to Argo CD; else it is YAML 1.1 by way of JSON. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"metadata": {"annotations": {"v": "x"}}} | x
          {"metadata": {"annotations": {"v": "x", "v": "y"}}} | y
          {"metadata": {"annotations": {"v": "x",}}} | stalls
          {metadata: {annotations: {v: x}}} | stalls
          metadata: {annotations: {v: x, }} | x
          metadata: {annotations: {v:}} | unverifiable
          """)
  void aPatchIsReadAsArgoCdReadsIt(String patch, String answer) {
    String spec = "goTemplate: true, generators: [{list: {elements: [{a: b}]}}], templatePatch: ";
    assertThat(GeneratorAnswersTest.of(spec + "'" + patch + "'", "name: a", "name: eu"))
        .isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "'{revisionHistoryLimit: 010}', revisionHistoryLimit, 8",
    "'{revisionHistoryLimit: 1_0}', revisionHistoryLimit, 10",
    "'{revisionHistoryLimit: 0x1F}', revisionHistoryLimit, 31",
    "'{syncPolicy: {automated: {prune: yes}}}', syncPolicy automated prune, true",
    "'{syncPolicy: {retry: {limit: +5}}}', syncPolicy retry limit, 5",
    "'{revisionHistoryLimit: 1e1}', revisionHistoryLimit, 1e1"
  })
  void numbersAndWordsAreThoseOfJson(String spec, String path, String value) {
    String set =
        "{metadata: {name: s}, spec: {generators: [{list: {elements: [{a: b}]}}], templatePatch:"
            + " \"%s\", template: {metadata: {name: a}, spec: {project: p, destination: {name: c},"
            + " source: {repoURL: r}, %s}}}}";
    String field = spec.substring(1, spec.length() - 1);
    assertThat(text(set.formatted("spec: " + spec, ""), path)).isEqualTo(value);
    assertThat(text(set.formatted("", field), path)).isEqualTo(value);
  }

  private static @Nullable String text(String set, String path) {
    return ApplicationSetSimulation.run(
            ApplicationSetSimulationTest.parse(set), ApplicationSetSimulationTest.inputs(List.of()))
        .applications()
        .getFirst()
        .manifest()
        .at("spec")
        .textAt(path.split(" "));
  }
}
