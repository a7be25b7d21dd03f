package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A template may change its parameters; whether others see that is known of the last one alone. */
class ChangedParametersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a | '{{ $_ := set . \"d\" \"x\" }}spec: {project: p, info: [{name: n, value: \"{{ .d }}\"}]}' | x",
        "a | '{{ $_ := unset . \"c\" }}spec: {info: [{name: n, value: \"{{ hasKey . \"c\" }}\"}]}' | false",
        "a | '{{ $_ := set .m \"d\" \"x\" }}spec: {info: [{name: n, value: \"{{ .m.d }}\"}]}' | ",
        "'{{ $_ := set . \"d\" \"x\" }}a' | 'spec: {info: [{name: n, value: \"{{ .c }}\"}]}' | "
      })
  void onlyThePatchMayChangeWhatItIsGiven(String name, String patch, String value) {
    Simulation simulation =
        ApplicationSetSimulation.run(
            ApplicationSetSimulationTest.parse(
                """
                metadata: {name: s, namespace: argocd}
                spec:
                  goTemplate: true
                  generators: [{list: {elements: [{c: a, m: {b: c}}]}}]
                  templatePatch: |
                    %s
                  template:
                    metadata: {name: '%s'}
                    spec: {project: p, source: {repoURL: r}, destination: {server: d}}
                """
                    .formatted(patch, name)),
            GeneratorInputs.of(List.of()));
    assertThat(simulation.isUnverifiable()).isEqualTo(value == null);
    assertThat(simulation.applications())
        .allSatisfy(
            it ->
                assertThat(it.manifest().at("spec", "info").toString())
                    .contains(String.valueOf(value)));
  }
}
