package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes out of generators, or what is said of them. */
class GeneratorsTest {
  private static final String A = "{list: {elements: [{a: x}]}}";
  private static final String B = "{list: {elements: [{b: u}, {b: z}]}}";

  private static Simulation run(String generators) {
    return ApplicationSetSimulation.run(
        ApplicationSetSimulationTest.parse(
            "metadata: {name: s}\nspec:\n  goTemplate: true\n  generators: ["
                + generators.replace("A", A).replace("B", B)
                + "]\n  template: {metadata: {name: 'n{{.a}}{{.b}}'},"
                + " spec: {project: p, destination: {name: c}, source: {repoURL: r}}}\n"),
        ApplicationSetSimulationTest.inputs(List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {matrix: {generators: [A, B]}} | nxu nxz
          {matrix: {generators: [A, {matrix: {generators: [A, B]}}]}} | nxu nxz
          {merge: {mergeKeys: [a], generators: [{list: {elements: [{a: {k: 1}, b: v}, {a: {k: 2}, b: w}]}}, {list: {elements: [{a: {k: 2}, b: q}]}}]}} | nmap[k:1]v nmap[k:2]q
          {list: {elements: [{a: x}, {b: u}]}, selector: {matchExpressions: [{key: b, operator: DoesNotExist}]}} | nx<no value>
          {list: {elements: [{a: x}, {b: u}]}, selector: {matchExpressions: [{key: b, operator: Exists}]}} | n<no value>u
          """)
  void yield(String generators, String names) {
    assertThat(
            run(generators).applications().stream()
                .map(GeneratedApplication::name)
                .collect(Collectors.joining(" ")))
        .isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {matrix: {generators: [A, {matrix: {generators: [A, {matrix: {generators: [A, B]}}]}}]}} | generators are nested more than once
          {matrix: {generators: [A, {selector: {}}]}} | a nested entry holds no generator that is known
          {matrix: {generators: [A, {list: {elements: []}, merge: {mergeKeys: [a], generators: [A, A]}}]}} | a nested entry holds more than one generator
          {merge: {mergeKeys: [k], generators: [{matrix: {generators: [{list: {elements: [{m: {v: {w: 1}}}]}}, {list: {elements: [{k: c, m: {z: 1}}, {k: d, m: {z: 2}}]}}]}}, {list: {elements: [{k: c, m: {v: {w: 2}}}]}}]}} | the merge changes `v` in several sets at once, since a matrix gave them the same map
          {list: {elements: []}, selector: {matchExpressions: [{key: b, operator: In}]}} | the selector's operator `In` takes values
          {list: {elements: []}, selector: {matchExpressions: [{key: b, operator: Exists, values: [x]}]}} | the selector's operator `Exists` takes no values
          """)
  void stop(String generators, String message) {
    assertThat(run(generators).problems()).extracting(Problem::message).containsExactly(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          values | {list: {elements: [{values: {v: q}}]}} | EU | {{ .name }} | eu
          name | EU | {list: {elements: [{name: eu, values: {}}]}} | {{ .values.v }} | q
          name | EU | {list: {elements: [{name: eu, values: {v: z}}]}} | {{ .values.v }} | stalls
          """)
  void mapsOfTextsAreMerged(String key, String one, String other, String value, String answer) {
    String eu = "{clusters: {selector: {matchLabels: {tier: preview}}, values: {v: q}}}";
    String both = (one + ", " + other).replace("EU", eu);
    assertThat(
            GeneratorAnswersTest.of(
                "merge: {mergeKeys: [" + key + "], generators: [" + both + "]}", value))
        .isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({"x, c", "z, stalls"})
  void withoutGoTemplatesAMatrixAgrees(String second, String answer) {
    String lists = "{list: {elements: [{a: x}]}}, {list: {elements: [{b: c, a: " + second + "}]}}";
    assertThat(
            GeneratorAnswersTest.of(
                "goTemplate: false, generators: [{matrix: {generators: [" + lists + "]}}]",
                "name: a, annotations: {v: '{{b}}'}",
                "name: in-cluster"))
        .isEqualTo(answer);
  }

  /** Kubernetes has no such number, and the set is not taken. */
  @ParameterizedTest
  @CsvSource({
    "{list: {elements: [{a: .inf}]}}, the set is not read: JSON has no number for `.inf`"
  })
  void infinityIsNoNumber(String generators, String message) {
    assertThat(run(generators).problems()).extracting(Problem::message).containsExactly(message);
    assertThat(run(generators).isStalled()).isTrue();
  }
}
