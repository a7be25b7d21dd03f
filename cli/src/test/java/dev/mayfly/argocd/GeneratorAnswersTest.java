package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Argo CD 3.5.1's own generators, renderer and validation answered to the same sets, with
 * Kubernetes' own checks of metadata behind them. An answer is the values of an annotation.
 */
class GeneratorAnswersTest {
  private static final String CLUSTERS =
      """
      kind: Secret
      metadata: {name: eu, labels: {argocd.argoproj.io/secret-type: cluster, tier: preview}}
      stringData: {name: eu, server: https://eu/}
      ---
      kind: Secret
      metadata: {name: t1, labels: {argocd.argoproj.io/secret-type: cluster}}
      stringData: {name: twin, server: https://t1}
      ---
      kind: Secret
      metadata: {name: t2, labels: {argocd.argoproj.io/secret-type: cluster}}
      stringData: {name: twin, server: https://t2}
      """;
  private static final String DECISIONS =
      """
      kind: ConfigMap
      metadata: {name: m}
      data: {apiVersion: a.b/v1, kind: places, statusListKey: d, matchKey: c}
      ---
      apiVersion: a.b/v1
      kind: Place
      metadata: {name: near, labels: {a: b}}
      status: {d: [{c: eu}]}
      """;
  private static final String REPOSITORIES =
      """
      [{"organization": "o", "repository": "svc", "url": "u", "branch": "main", "paths": ["a"]},
       {"organization": "o", "repository": "docs", "url": "u", "branch": "main", "paths": ["deploy"]}]
      """;
  private static final String PLUGIN =
      "{\"output\": {\"parameters\": [{\"n\": \"a\", \"generator\": \"mine\"}]}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          clusters: {selector: {matchLabels: {tier: preview}}} | {{ .name }} | eu
          clusters: {selector: {matchLabels: {tier: "a b"}}} | x | stalls
          clusters: {selector: {matchExpressions: [{key: tier, operator: NotIn, values: ["a b"]}]}} | x | stalls
          clusterDecisionResource: {configMapRef: m, labelSelector: {matchLabels: {a: "a b"}}} | x | stalls
          list: {elements: [{a: "a b"}]}, selector: {matchLabels: {a: "a b"}} | {{ .a }} | a b
          """)
  void whatSelectsLabelsTakesValuesOfLabels(String generator, String value, String answer) {
    assertThat(of(generator, value)).isEqualTo(answer);
  }

  /** A selector that asks for nothing is none beside a name; the API does not take it alone. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name: near | eu
          name: near, labelSelector: {} | eu
          name: near, labelSelector: {matchLabels: {}} | stalls
          labelSelector: {} | stalls
          labelSelector: {matchLabels: {}} | stalls
          labelSelector: {matchLabels: {a: b}} | eu
          """)
  void decisionsAreNamedOrSelected(String asked, String answer) {
    String generator = "clusterDecisionResource: {configMapRef: m, " + asked + "}";
    assertThat(of(generator, "{{ .name }}")).isEqualTo(answer);
  }

  /** It has an empty list where there was none, and its selector is filled in for nothing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {a: b} | clusterDecisionResource: {configMapRef: m, name: near} | {{ .name }} | stalls
          {} | clusterDecisionResource: {configMapRef: m, name: near} | {{ .name }} | eu
          {a: b} | clusterDecisionResource: {configMapRef: m, labelSelector: {matchLabels: {a: "{{ .a }}"}}} | {{ .name }} | eu
          {} | scmProvider: {github: {organization: o}, filters: [{repositoryMatch: svc}, {pathsExist: [deploy]}]} | {{ .repository }} | ''
          {a: b} | scmProvider: {github: {organization: o}, filters: [{repositoryMatch: svc}, {pathsExist: [deploy]}]} | {{ .repository }} | docs, svc
          {a: b} | list: {elements: [{c: d}]}, selector: {matchLabels: {c: "{{ .a }}"}} | x | ''
          {a: b} | list: {elements: [{c: d}]}, selector: {matchLabels: {c: "{{ .z }}"}} | x | stalls
          """)
  void theSecondOfAMatrixIsACopy(String first, String second, String value, String answer) {
    String list = "{list: {elements: [" + first + "]}}";
    assertThat(of("matrix: {generators: [" + list + ", {" + second + "}]}", value))
        .isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {{ len . }} {{ toJson . }} | 2 {"generator":{"input":{"parameters":null}},"n":"a"}
          {{ .generator }} | map[input:map[parameters:map[]]]
          {{ index . "generator" }} | map[input:map[parameters:map[]]]
          {{ if .generator.input.parameters }}a{{ else }}b{{ end }} | b
          {{ if .generator.input }}a{{ else }}b{{ end }} | a
          """)
  void aPluginIsToldWithWhatItWasGiven(String value, String answer) {
    assertThat(of("plugin: {configMapRef: {name: x}}", value)).isEqualTo(answer);
  }

  /** A matrix gives one map to several sets, and a merge changes it for all of them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {list: {elements: [{k: [a, b], v: x}, {k: [a b], v: y}]}} | {k: [a b], v: z} | {{ .v }} | x, z
          {pullRequest: {github: {owner: acme, repo: shop}, values: {v: x}}} | {number: "7", k: [p], values: {}} | {{ .values.v }} | x
          {matrix: {generators: [{list: {elements: [{m: {x: 1}}]}}, {list: {elements: [{k: a}, {k: b}]}}]}} | {k: a, m: {x: 2}} | {{ .m.x }} | unverifiable
          {matrix: {generators: [{list: {elements: [{m: {x: 1}}]}}, {list: {elements: [{k: a}, {k: b}]}}]}} | {k: a, m: {x: 1}} | {{ .m.x }} | 1, 1
          {matrix: {generators: [{list: {elements: [{m: {x: 1}}]}}, {list: {elements: [{k: a}, {k: b}]}}]}} | {k: a, n: {x: 2}} | {{ .m.x }} | 1, 1
          {list: {elements: [{k: a, m: {x: 1}}, {k: b, m: {x: 1}}]}} | {k: a, m: {x: 2}} | {{ .m.x }} | 1, 2
          """)
  void mergesFindTheirSetsByWhatJsonSays(String first, String over, String value, String answer) {
    String key = first.contains("pullRequest") ? "labels" : "k";
    String second = "{list: {elements: [" + over.replace("k: [p]", "labels: [p]") + "]}}";
    assertThat(
            of(
                "merge: {mergeKeys: [" + key + "], generators: [" + first + ", " + second + "]}",
                value))
        .isEqualTo(answer);
  }

  static String of(String generator, String value) {
    String metadata = "name: 'a-{{ printf \"%v\" . | sha256sum | trunc 9 }}'";
    if (value.contains("generator")) {
      metadata = "name: 'a-{{ .n }}'";
    }
    return of(
        "goTemplate: true, generators: [{" + generator + "}]",
        metadata + ", annotations: {v: '" + value + "'}",
        "name: in-cluster");
  }

  static String of(String spec, String metadata, String destination) {
    Simulation simulation =
        ApplicationSetSimulation.run(
            ApplicationSetSimulationTest.parse(
                ("{metadata: {name: s}, spec: {%s, goTemplateOptions: ['missingkey=error'],"
                        + " template: {metadata: {%s}, spec: {project: p, destination: {%s},"
                        + " source: {repoURL: r, path: p}}}}}")
                    .formatted(spec, metadata, destination)),
            new GeneratorInputs(
                Optional.of(
                    List.of(
                        GeneratorPullRequest.of(ApplicationSetSimulationTest.pull(7, "b", "p")))),
                List.of(),
                Optional.of(ClusterFile.read("c", CLUSTERS.getBytes(StandardCharsets.UTF_8))),
                Optional.of(
                    ListedRepository.read("r", REPOSITORIES.getBytes(StandardCharsets.UTF_8))),
                Optional.of(
                    new YamlReader(Budget.LINT).read(new Source("d", DECISIONS)).documents()),
                Optional.of(PluginGenerator.read("p", PLUGIN.getBytes(StandardCharsets.UTF_8)))));
    if (simulation.isUnverifiable()) {
      return "unverifiable";
    }
    if (simulation.isStalled()) {
      return "stalls";
    }
    boolean skips = simulation.problems().stream().map(Problem::id).anyMatch("skipped"::equals);
    return skips
        ? "left out"
        : simulation.applications().stream()
            .map(it -> it.text("metadata", "annotations", "v"))
            .sorted()
            .collect(Collectors.joining(", "));
  }
}
