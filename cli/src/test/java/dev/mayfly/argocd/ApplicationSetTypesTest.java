package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.platform.ReleaseLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API server and Go's types make of a set. */
class ApplicationSetTypesTest {
  private static final String SET =
      """
      metadata: {name: s}
      spec:
        goTemplate: true
        generators: [{list: {elements: [{c: eu, nr: 7}, {c: us, nr: 8}]}}]
        template:
          metadata: {name: 'app-{{ .c }}'}
          spec:
            project: default
            source: {repoURL: 'https://x', path: p}
            destination: {server: 'https://s', namespace: ns}
      """;

  private static Simulation run(String set) {
    return ApplicationSetSimulation.run(
        ApplicationSetSimulationTest.parse(set), ApplicationSetSimulationTest.inputs(List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "path: p|path: 1.10|`spec.template.spec.source.path` is a number, not a string",
        "namespace: ns|namespace: n|`spec.template.spec.destination.namespace` is a boolean",
        "project: default|info: []|`spec.template.spec.project` is missing",
        "goTemplate: true|goTemplate: 'true'|`spec.goTemplate` is a string, not a boolean",
        "goTemplate: true|syncPolicy: {applicationsSync: x}|`spec.syncPolicy.applicationsSync` is"
      })
  void whatTheApiServerRefusesStallsTheSet(String from, String to, String message) {
    assertThat(run(SET).isStalled()).isFalse();
    Simulation simulation = run(SET.replace(from, to));
    assertThat(simulation.isStalled()).isTrue();
    assertThat(simulation.applications()).isEmpty();
    assertThat(simulation.deletions(List.of("old"))).isEmpty();
    assertThat(simulation.problems().getFirst().message()).startsWith(message);
  }

  @Test
  void anUnknownFieldIsDroppedWithAWarning() {
    Simulation simulation = run(SET.replace("project: default", "project: default\n      typo: x"));
    assertThat(simulation.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.id()).isEqualTo("unknown-field"));
    assertThat(simulation.applications().getFirst().manifest().at("spec", "typo")).isNull();
  }

  @Test
  void aNamespaceOfTheTemplateIsRenderedAndNotTaken() {
    String named =
        SET.replace("{name: 'app-{{ .c }}'}", "{name: 'app-{{ .c }}', namespace: '{{ %s }}'}");
    assertThat(run(named.formatted(".c")).applications())
        .allSatisfy(it -> assertThat(it.manifest().at("metadata", "namespace")).isNull());
    assertThat(run(named.formatted("nothing")).isStalled()).isTrue();
    String placed = named.formatted(".c").replace("{name: s}", "{name: s, namespace: argocd}");
    assertThat(run(placed).applications())
        .allSatisfy(
            it -> assertThat(it.manifest().textAt("metadata", "namespace")).isEqualTo("argocd"));
  }

  @Test
  void twoKeysThatBecomeOneAreDecidedByChance() {
    String two = SET.replace("path: p}", "path: p, helm: {valuesObject: {eu: 1, '{{ .c }}': %s}}}");
    assertThat(run(two.formatted("2")).problems())
        .singleElement()
        .satisfies(p -> assertThat(p.id()).isEqualTo("unverifiable"))
        .satisfies(p -> assertThat(p.message()).startsWith("two keys of this map become `eu`"));
    assertThat(run(two.formatted("1")).applications()).hasSize(2);
  }

  @Test
  void aPatchIsDecodedForEachApplication() {
    String patch = SET + "  templatePatch: 'metadata: {annotations: {pr: {{ .nr }}}}'\n";
    assertThat(run(patch).isStalled()).isTrue();
    assertThat(run(patch.replace("{{ .nr }}", "\"{{ .nr }}\"")).isStalled()).isFalse();
  }

  @Test
  void aPatchsFinalizersComeFirstAndWhatIsNotAFieldIsDropped() {
    String patch =
        SET
            + "  templatePatch: '{\"metadata\": {\"finalizers\": [\"x.dev/f\"]},"
            + " \"spec\": {\"typo\": 1, \"syncPolicy\": {\"$patch\": \"delete\"}}}'\n";
    var manifest = run(patch).applications().getFirst().manifest();
    assertThat(dev.mayfly.yaml.Trees.of(manifest.at("metadata", "finalizers")).toString())
        .containsSubsequence("x.dev/f", "resources-finalizer");
    assertThat(manifest.at("spec", "typo")).isNull();
    assertThat(manifest.at("spec", "syncPolicy")).isNull();
  }

  @Test
  void aPatchCannotMergeIntoAMapOfValuesObject() {
    String set = SET.replace("path: p", "path: p, helm: {valuesObject: {a: 1, b: {c: 2}}}");
    String flat = "  templatePatch: 'spec: {source: {helm: {valuesObject: {a: 2}}}}'\n";
    assertThat(
            run(set + flat)
                .applications()
                .getFirst()
                .sources()
                .getFirst()
                .textAt("helm", "valuesObject", "a"))
        .isEqualTo("2");
    assertThat(run(set + flat.replace("{a: 2}", "{b: {d: 3}}")).isStalled()).isTrue();
  }

  @Test
  void aNullOfValuesObjectIsLost() {
    String set = SET.replace("path: p", "path: p, helm: {valuesObject: {keep: 1, drop: null}}");
    var values = run(set).applications().getFirst().sources().getFirst().at("helm", "valuesObject");
    assertThat(((dev.mayfly.yaml.MapNode) values).keys()).containsExactly("keep");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "labels: {a/b/c: x}",
        "labels: {bad key!: x}",
        "labels: {'': x}",
        "annotations: {bad key!: x}",
        "labels: {a: 'x y'}"
      })
  void keysOfMetadataAreLookedAt(String metadata) {
    assertThat(run(SET.replace("name: 'app", metadata + ", name: 'app")).isStalled()).isTrue();
    assertThat(
            run(SET.replace(
                    "name: 'app", "labels: {a.b/C_d: x}, annotations: {X.y/Z: q}, name: 'app"))
                .isStalled())
        .isFalse();
  }

  @Test
  void anApplicationWithoutANameStallsBefore36() {
    String set = SET.replace("'app-{{ .c }}'", "'{{ if eq .c \"us\" }}us{{ end }}'");
    assertThat(run(set).deletions(List.of("old"))).isEmpty();
    assertThat(run(set).isStalled()).isTrue();
    Simulation later =
        ApplicationSetSimulation.run(
            ApplicationSetSimulationTest.parse(set),
            ApplicationSetSimulationTest.inputs(List.of()),
            new ReleaseLine(3, 6));
    assertThat(later.isStalled()).isFalse();
    assertThat(later.deletions(List.of("old"))).containsExactly("old");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{matchLabels: {'': x}}",
        "{matchLabels: {bad key!: x}}",
        "{matchExpressions: [{key: c, operator: Exists, values: [x]}]}",
        "{matchExpressions: [{key: c, operator: In}]}",
        "{matchExpressions: [{key: c, operator: Like, values: [x]}]}",
        "{matchExpressions: [{key: '', operator: Exists}]}"
      })
  void aSelectorThatKubernetesWouldRefuseStalls(String selector) {
    assertThat(run(SET.replace("8}]}}]", "8}]}, selector: " + selector + "}]")).isStalled())
        .isTrue();
    assertThat(
            run(SET.replace(
                    "8}]}}]",
                    "8}]}, selector: {matchExpressions: [{key: c, operator: NotIn, values: [eu]}]}}]"))
                .applications())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "apps/*/c.yaml ~ 2",
        "./apps/a/c.yaml ~ 1",
        "apps/./a/c.yaml ~ 1",
        "apps/b/../a/c.yaml ~ 1",
        "apps ~ 3",
        "apps/a/ ~ 3",
        ":(glob)apps/*/c.yaml ~ 1",
        ":(literal)apps/*/c.yaml ~ 0",
        ":(icase)APPS/A/c.yaml ~ 1",
        ":/apps/a/c.yaml ~ 1",
        "/apps/a/c.yaml ~ stalls",
        "../x ~ stalls",
        ":!apps ~ unverifiable",
        ":(attr:x)a ~ unverifiable",
        ":(glob)**/c.yaml ~ unverifiable"
      })
  void aPathOfFilesIsAPathspec(String path, String outcome) {
    Optional<byte[]> file = Optional.of("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    GeneratorInputs inputs =
        new GeneratorInputs(
            Optional.empty(),
            Optional.of(
                Map.of("apps/a/c.yaml", file, "apps/a/b/c.yaml", file, "apps/a/d.yaml", file)));
    String set =
        SET.replaceFirst(
                "generators: .*",
                "generators: [{git: {repoURL: x, revision: main, files: [{path: '"
                    + path
                    + "'}]}}]")
            .replace("{{ .c }}", "{{ sha1sum .path.path }}");
    Simulation simulation =
        ApplicationSetSimulation.run(ApplicationSetSimulationTest.parse(set), inputs);
    assertThat(
            simulation.isUnverifiable()
                ? "unverifiable"
                : simulation.isStalled() ? "stalls" : "" + simulation.applications().size())
        .isEqualTo(outcome);
  }
}
