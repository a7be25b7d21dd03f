package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which Applications Argo CD 3.5.1 leaves out, and of which the API server is asked. */
class LeftOutApplicationsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name: a | name: eu | ''
          name: a | name: in-cluster | ''
          name: a | server: https://eu | ''
          name: a | server: https://t1/// | ''
          name: a | server: https://kubernetes.default.svc | ''
          name: a | name: gone | left out
          name: a | name: twin | left out
          name: a | server: https://gone | left out
          name: a, labels: {l: a b} | name: gone | left out
          name: a, labels: {l: a b} | name: eu | stalls
          name: a, finalizers: [a b] | name: eu | stalls
          name: a, finalizers: [a.b/c/d] | name: eu | stalls
          name: a, finalizers: [a.b/c] | name: eu | ''
          name: a, annotations: {k: '{{ repeat 262143 .a }}'} | name: eu | ''
          name: a, annotations: {k: '{{ repeat 262144 .a }}'} | name: eu | stalls
          """)
  void nobodyAsksTheApiAboutWhatIsLeftOut(String metadata, String destination, String answer) {
    String spec = "goTemplate: true, generators: [{list: {elements: [{a: b}]}}]";
    assertThat(GeneratorAnswersTest.of(spec, metadata, destination)).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "'{c: \"\"}', stalls",
    "'{c: \"\"}, {c: \"\"}', left out",
    "'{c: A}, {c: A}', left out"
  })
  void twoOfOneNameAreLeftOutWhateverItIs(String elements, String answer) {
    String spec = "goTemplate: true, generators: [{list: {elements: [" + elements + "]}}]";
    assertThat(GeneratorAnswersTest.of(spec, "name: '{{ .c }}'", "name: eu")).isEqualTo(answer);
  }

  /** Those of Go's {@code strings.TrimSpace}, as copied from a web page. */
  @ParameterizedTest
  @CsvSource({"160, b", "133, b", "8195, b", "12, b", "28,", "8203,"})
  void spacesAroundATagAreThoseOfGo(int space, String answer) {
    String written = "\\u%04x".formatted(space);
    String metadata = "name: a, annotations: {v: \"{{" + written + "a}}\"}";
    String spec = "goTemplate: false, generators: [{list: {elements: [{a: b}]}}]";
    assertThat(GeneratorAnswersTest.of(spec, metadata, "name: eu"))
        .isEqualTo(answer == null ? "{{" + Character.toString(space) + "a}}" : answer);
  }
}
