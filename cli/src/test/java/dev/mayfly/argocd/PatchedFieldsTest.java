package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.GoYaml;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Argo CD 3.5.1 made of fields whose names a patch writes in another case. */
class PatchedFieldsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          spec: {source: {helm: {valuesobject: {a: b}}}} | spec.source.helm.valuesObject.a | b
          spec: {source: {helm: {ValueFiles: [v.yaml]}}} | spec.source.helm.valueFiles.0 | v.yaml
          spec: {Source: {path: q}} | spec.source.path | p
          spec: {source: {Path: q}} | spec.source.path | p
          spec: {source: {targetrevision: q}} | spec.source.targetRevision | q
          spec: {source: {helm: {values: x}, HELM: {values: z}}} | spec.source.helm.values | x
          spec: {source: {helm: {values: x}, HELM: {values: y}}} | spec | stalls
          spec: {source: null, Source: {repoURL: q}} | spec.source.repoURL | q
          spec: {source: null, Source: {repoURL: q}} | spec.source.path | <nil>
          spec: {SOURCE: null} | spec.source.path | p
          Spec: {SyncPolicy: {Automated: {Prune: true}}} | spec.syncPolicy.automated.prune | true
          spec: {revisionhistorylimit: 3} | spec.revisionHistoryLimit | 3
          spec: {source: {helm: {Parameters: [{forcestring: true}]}}} | spec.source.helm.parameters.0.forceString | true
          spec: {source: {helm: {Parameters: [{forcestring: true}]}}} | spec.source.helm.parameters.0.name | nn
          metadata: {Labels: {x: null, z: w}} | metadata.labels.z | w
          metadata: {Labels: {x: null, z: w}} | metadata.labels.l | m
          spec: {source: {Path: 1}} | spec | stalls
          spec: {syncPolicy: {syncOptions: [A=b, null]}} | spec.syncPolicy.syncOptions | [A=b ]
          spec: {nope: 1, Nope: 2} | spec.source.path | p
          """)
  void countAsGoDecodesThem(String patch, String path, String value) {
    Simulation simulation =
        ApplicationSetSimulation.run(
            ApplicationSetSimulationTest.parse(
                "{metadata: {name: s}, spec: {goTemplate: true, generators: [{list: {elements:"
                    + " [{a: b}]}}], template: {metadata: {name: x, labels: {l: m}}, spec:"
                    + " {project: p, destination: {server: x}, source: {repoURL: r, path:"
                    + " p, targetRevision: t, helm: {parameters: [{name: nn, value: v}]}}}},"
                    + " templatePatch: '"
                    + patch
                    + "'}}"),
            new GeneratorInputs(
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    if (value.equals("stalls")) {
      assertThat(simulation.applications()).isEmpty();
      return;
    }
    assertThat(simulation.problems()).isEmpty();
    GoValue application = GoYaml.value(simulation.applications().getFirst().manifest());
    assertThat(ValuePaths.at(application, List.of(path.split("\\."))).printed()).isEqualTo(value);
  }
}
