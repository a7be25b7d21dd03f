package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the controllers of 3.3 to 3.6 do not the same; each by their sources. */
class ControllerReleasesTest {
  private static final String SET =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: ApplicationSet
      metadata: {name: s, namespace: argocd}
      spec:
        goTemplate: true
        %s
        generators:
          - %s
        template:
          metadata: {name: "x-{{ .c }}", annotations: {v: '%s'}}
          spec:
            project: default
            source: {repoURL: "https://x", path: p, tagPrefix: v}
            destination: {server: "https://s"}
      """;

  private static Simulation run(String release, String more, String generator, String value) {
    String set =
        SET.replaceFirst("%s", more).replaceFirst("%s", generator).replaceFirst("%s", value);
    return ApplicationSetSimulation.run(
        ApplicationSetSimulationTest.parse(set),
        new GeneratorInputs(
            Optional.empty(),
            List.of(),
            Optional.of(List.of()),
            Optional.empty(),
            Optional.of(
                List.of(
                    ApplicationSetSimulationTest.parse(
                        "{apiVersion: v1, kind: ConfigMap, metadata: {name: m}, data: {apiVersion:"
                            + " g/v1, kind: ds, matchKey: n}}"),
                    ApplicationSetSimulationTest.parse(
                        "{apiVersion: g/v1, kind: D, metadata: {name: d}, status: {clusters:"
                            + " [{n: in-cluster, c: 1234567, e: null}]}}"))),
            Optional.empty()),
        ReleaseLine.parse(release));
  }

  private static List<String> values(Simulation simulation) {
    return simulation.applications().stream()
        .map(it -> it.manifest().textOrEmpty("metadata", "annotations", "v"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"3.3, 0", "3.4, 1", "3.5, 1"})
  void aSelectorLooksIntoMapsOfTextsSince34(String release, int applications) {
    String clusters = "{clusters: {values: {c: dev}}, selector: {matchLabels: {values.c: dev}}, }";
    assertThat(run(release, "", clusters, "{{ .values.c }}").applications()).hasSize(applications);
  }

  @ParameterizedTest
  @CsvSource({"3.3, <no value> a", "3.4, in-cluster a", "3.6, in-cluster a"})
  void valuesOfTheSecondOfAMatrixWaitForItSince34(String release, String value) {
    String matrix =
        "matrix: {generators: [{list: {elements: [{c: a}]}}, {clusters: {values: {w: '{{ .name }}',"
            + " u: '{{ .c }}'}}}]}";
    assertThat(values(run(release, "", matrix, "{{ .values.w }} {{ .values.u }}")))
        .containsExactly(value);
  }

  @Test
  void whatFailsInThemOtherwiseStalls() {
    String matrix =
        "matrix: {generators: [{list: {elements: [{c: a}]}}, {clusters: {values: {w: '{{ index"
            + " .c 9 }}'}}}]}";
    assertThat(run("3.5", "", matrix, "").isStalled()).isTrue();
  }

  @Test
  void aDecisionMayHoldNumbersSince34() {
    String decisions = "clusterDecisionResource: {configMapRef: m, name: d}";
    assertThat(values(run("3.4", "", decisions, "{{ .c }} {{ .e }}")))
        .containsExactly("1234567 <nil>");
    assertThat(run("3.3", "", decisions, "").isStalled()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"3.3,", "3.4,", "3.5, v", "3.6, v"})
  void anOlderApiServerDropsYoungerFields(String release, String prefix) {
    Node spec =
        run(release, "", "list: {elements: [{c: a}]}", "")
            .applications()
            .getFirst()
            .manifest()
            .at("spec");
    assertThat(spec.textAt("source", "tagPrefix")).isEqualTo(prefix);
  }

  @ParameterizedTest
  @CsvSource({"3.5, false", "3.6, true"})
  void aRollOutWithoutStepsStallsSince36(String release, boolean stalls) {
    String strategy = "strategy: {type: RollingSync, rollingSync: {steps: []}}";
    assertThat(run(release, strategy, "list: {elements: [{c: a}]}", "").isStalled())
        .isEqualTo(stalls);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // An explicit false is none before 3.4, where the field is a plain boolean.
        "3.3 | '{automated: {prune: false}}' | 'path: p' | '/x' | UNCHANGED",
        "3.4 | '{automated: {prune: false}}' | 'path: p' | '/x' | UPDATED",
        "3.3 | '{automated: {enabled: false}}' | 'path: p' | '/x' | UPDATED",
        // What is empty without its ignored field goes since 3.6, and went before 3.5.
        "3.4 | '{automated: {}}' | 'path: p, helm: {values: a}' | /spec/source/helm/values | UNCHANGED",
        "3.5 | '{automated: {}}' | 'path: p, helm: {values: a}' | /spec/source/helm/values | UPDATED",
        "3.6 | '{automated: {}}' | 'path: p, helm: {values: a}' | /spec/source/helm/values | UNCHANGED",
        // Before 3.5 an empty block is still there when fields are ignored.
        "3.4 | '{automated: {}}' | 'helm: {}, path: q' | jq | UNCHANGED",
        "3.5 | '{automated: {}}' | 'helm: {}, path: q' | jq | UPDATED"
      })
  void whatIsThereIsComparedByEach(
      String release, String policy, String source, String ignored, LiveChange.Kind kind) {
    String rule =
        ignored.equals("jq")
            ? "jqPathExpressions: ['.spec.source | select(has(\"helm\")) | .path', '.spec.source |"
                + " select(.path == \"p\") | .path']"
            : "jsonPointers: [" + ignored + "]";
    Node set =
        ApplicationSetSimulationTest.parse(
            """
            metadata: {name: s, namespace: argocd}
            spec:
              ignoreApplicationDifferences: [{%s}]
              generators: [{list: {elements: [{c: a}]}}]
              template:
                metadata: {name: x}
                spec:
                  project: default
                  syncPolicy: {automated: {}}
                  source: {repoURL: r, path: p}
                  destination: {server: d}
            """
                .formatted(rule));
    Node live =
        ApplicationSetSimulationTest.parse(
            """
            metadata: {name: x, namespace: argocd, finalizers: [resources-finalizer.argocd.argoproj.io],
              ownerReferences: [{kind: ApplicationSet, name: s, controller: true}]}
            spec: {project: default, syncPolicy: %s, source: {repoURL: r, %s}, destination: {server: d}}
            """
                .formatted(policy, source));
    Simulation simulation =
        ApplicationSetSimulation.run(
            set, ApplicationSetSimulationTest.inputs(List.of()), ReleaseLine.parse(release));
    assertThat(
            LiveComparison.of(set, new LiveApplications(List.of(live)), Optional.empty())
                .changes(simulation)
                .getFirst()
                .kind())
        .isEqualTo(kind);
  }
}
