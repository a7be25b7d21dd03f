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
        "a | '{{ $_ := set . \"d\" \"x\" }}spec: {project: p, info: [{name: at, value: \"{{ .d }}\"}]}' | x",
        "a | '{{ $_ := unset . \"c\" }}spec: {info: [{name: at, value: \"{{ hasKey . \"c\" }}\"}]}' | false",
        // Kubernetes refuses a patch that sets what it does not retain.
        "a | 'spec: {$retainKeys: [source], info: [{name: at, value: x}]}' | ",
        "a | '{{ $_ := set .m \"d\" \"x\" }}spec: {info: [{name: at, value: \"{{ .m.d }}\"}]}' | ",
        "'{{ $_ := set . \"d\" \"x\" }}a' | 'spec: {info: [{name: at, value: \"{{ .c }}\"}]}' | "
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
            ApplicationSetSimulationTest.inputs(List.of()));
    assertThat(simulation.isUnverifiable()).isEqualTo(value == null);
    assertThat(simulation.applications())
        .hasSize(value == null ? 0 : 1)
        .allSatisfy(it ->
            assertThat(it.manifest().at("spec", "info").toString())
                .contains(String.valueOf(value)));
  }
}
