package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What templates of Argo CD 3.5.1 were seen to print of what a plugin was given. */
class PluginInputTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {{ .generator }} | map[input:map[parameters:map[m:{[123 34 117 34 58 34 92 117 48 48 51 99 34 125]} q:{[49]}]]]
          {{ .generator.input.parameters.q }} | {[49]}
          {{ index .generator "input" "parameters" "q" }} | {[49]}
          {{ index .generator.input "parameters" "q" }} | {[49]}
          {{ upper .generator.input }} | unverifiable
          {{ index .generator "input" "parameters" "q" "x" }} | stalls
          {{ printf "%v" .generator.input }}{{ "" }} | map[parameters:map[m:{[123 34 117 34 58 34 92 117 48 48 51 99 34 125]} q:{[49]}]]
          {{ printf "%5v" .generator.input }} | unverifiable
          {{ quote .generator.input.parameters.q }} | "{[49]}"
          {{ toJson .generator }} | {"input":{"parameters":{"m":{"u":"\\u003c"},"q":1}}}
          {{ if .generator.input.parameters.q }}a{{ end }} | a
          {{ .generator.input.parameters.q.x }} | stalls
          {{ .generator.input.parameters.q.Raw }} | unverifiable
          {{ .generator.input.parameters.z }} | unverifiable
          {{ range .generator.input.parameters }}{{ end }} | unverifiable
          {{ toYaml .generator }} | unverifiable
          {{ typeOf .generator.input }} | unverifiable
          """)
  void aParameterOfAPluginPrintsItsBytes(String value, String answer) {
    String input = "input: {parameters: {q: 1, z: null, m: {u: \"<\"}}}";
    assertThat(GeneratorAnswersTest.of("plugin: {configMapRef: {name: x}, " + input + "}", value))
        .isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({"input, true", "input.parameters.q, false"})
  void anInputIsOneParameter(String key, boolean isThere) {
    String selector = "{matchExpressions: [{key: generator." + key + ", operator: Exists}]}";
    String plugin = "plugin: {configMapRef: {name: x}, input: {parameters: {q: 1}}}";
    assertThat(GeneratorAnswersTest.of(plugin + ", selector: " + selector, "x"))
        .isEqualTo(isThere ? "x" : "");
  }

  @Test
  void twoInputsInAMatrixBecomeOne() {
    String first = "{plugin: {configMapRef: {name: x}, input: {parameters: {q: 1}}}}";
    String matrix = "matrix: {generators: [" + first + ", %s]}";
    assertThat(
            GeneratorAnswersTest.of(matrix.formatted(first), "{{ .generator.input.parameters.q }}"))
        .isEqualTo("{[49]}");
    String other = first.replace("q: 1", "q: 2");
    assertThat(GeneratorAnswersTest.of(matrix.formatted(other), "x")).isEqualTo("unverifiable");
  }

  @Test
  void charactersAreBytes() {
    String plugin = "plugin: {configMapRef: {name: x}, input: {parameters: {q: \"é\"}}}";
    assertThat(GeneratorAnswersTest.of(plugin, "{{ .generator.input.parameters.q }}"))
        .isEqualTo("{[34 195 169 34]}");
  }
}
