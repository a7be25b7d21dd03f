package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.ProblemsException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The clusters of an Argo CD as its tools print them, and what a set is told of them. */
class ClusterFileTest {
  private static final String SECRET =
      """
      {kind: Secret, metadata: {labels: {argocd.argoproj.io/secret-type: cluster, env: test},
       annotations: {team: web}}, data: {name: dGVzdA==, server: aHR0cHM6Ly90ZXN0},
       stringData: {project: shop}}
      """;
  private static final String OTHERS =
      "{items: [{kind: Secret, metadata: {labels: {argocd.argoproj.io/secret-type: repository}}},"
          + " {kind: ConfigMap, metadata: {labels: {argocd.argoproj.io/secret-type: cluster}}},"
          + SECRET
          + "]}";
  private static final String PRINTED =
      """
      [{name: in-cluster, server: "https://kubernetes.default.svc"},
       {name: two, server: "https://two", project: null, labels: {env: test}},
       {name: none}]
      """;

  @ParameterizedTest
  @ValueSource(strings = {SECRET, OTHERS, "{kind: ConfigMap}\n---\n" + SECRET})
  void readsSecrets(String text) {
    List<RegisteredCluster> clusters = read(text);
    assertThat(clusters).hasSize(1);
    RegisteredCluster cluster = clusters.getFirst();
    assertThat(cluster.name()).isEqualTo("test");
    assertThat(cluster.server()).isEqualTo("https://test");
    assertThat(cluster.project()).isEqualTo("shop");
    assertThat(cluster.labels()).containsEntry("env", "test").hasSize(2);
    assertThat(cluster.annotations()).isEqualTo(Map.of("team", "web"));
    assertThat(cluster.isWritten()).isTrue();
    assertThat(cluster.isLocal()).isFalse();
  }

  @Test
  void readsWhatTheApiServerTells() {
    List<RegisteredCluster> clusters = read(PRINTED);
    assertThat(clusters).extracting(RegisteredCluster::name).containsExactly("in-cluster", "two");
    assertThat(clusters).extracting(RegisteredCluster::isWritten).containsExactly(false, true);
    assertThat(clusters).extracting(RegisteredCluster::isLocal).containsExactly(true, false);
    assertThat(clusters.getLast().project()).isEmpty();
    assertThat(clusters.getLast().labels())
        .isEqualTo(Map.of("env", "test", "argocd.argoproj.io/secret-type", "cluster"));
  }

  /** What is said of the cluster that Argo CD runs in is said in a Secret. */
  @ParameterizedTest
  @ValueSource(strings = {"labels: {a: b}", "annotations: {a: b}"})
  void theLocalClusterMayHaveASecret(String more) {
    assertThat(
            read("[{name: in-cluster, server: 'https://kubernetes.default.svc', " + more + "}]")
                .getFirst()
                .isWritten())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{kind: Secret}", "{items: []}", "a: [", "[{name: a}]"})
  void aFileWithoutClustersIsRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(ProblemsException.class);
  }

  @Test
  void whatIsNotBase64IsNoText() {
    assertThat(read(SECRET.replace("dGVzdA==", "dGVzd")).getFirst().name()).isIn("", "tes");
    assertThat(read(SECRET.replace("dGVzdA==", "a")).getFirst().name()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | test in-cluster
          {selector: {matchLabels: {env: test}}} | test
          {selector: {matchLabels: {env: prod}}} |
          {selector: {}} | test in-cluster
          """)
  void aSelectorAsksForLabels(String generator, String names) {
    assertThat(shown(SECRET, generator, "{{.name}}")).isEqualTo(names == null ? "" : names);
  }

  @Test
  void theLocalClusterIsThereOnce() {
    assertThat(shown(PRINTED, "{}", "{{.name}} {{.nameNormalized}} {{.server}} {{.project}};"))
        .isEqualTo("two two https://two ; in-cluster in-cluster https://kubernetes.default.svc ;");
    assertThat(
            shown(
                "[{name: Local_X, server: 'https://kubernetes.default.svc', labels: {a: b}}]",
                "{values: {v: w}}",
                "{{.name}} {{.nameNormalized}} {{.values.v}}"))
        .isEqualTo("Local_X local-x w");
  }

  @Test
  void goTemplatesHaveMetadataAndOthersPaths() {
    assertThat(
            shown(
                SECRET,
                "{selector: {matchLabels: {env: test}}}",
                "{{.metadata.labels.env}} {{.metadata.annotations.team}} {{.project}}"))
        .isEqualTo("test web shop");
    assertThat(shown(PRINTED, "{values: {v: w}}", "{{.metadata}} {{.values.v}};"))
        .contains("map[labels:map[", "<no value> w;");
    assertThat(
            String.join(
                " ",
                annotations(
                    SECRET, "{}", false, "{{metadata.labels.env}} {{metadata.annotations.team}}")))
        .startsWith("test web");
  }

  @Test
  void aFlatListIsOneSet() {
    assertThat(shown(SECRET, "{flatList: true}", "{{range .clusters}}{{.name}},{{end}}"))
        .isEqualTo("test,in-cluster,");
  }

  @Test
  void clustersThatWereNotGivenAreNotKnown() {
    assertThat(run(Optional.empty(), "{}", true, "x").isUnverifiable()).isTrue();
  }

  private static List<RegisteredCluster> read(String text) {
    return ClusterFile.read("f", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String shown(String file, String generator, String template) {
    return String.join(" ", annotations(file, generator, true, template));
  }

  private static List<String> annotations(
      String file, String generator, boolean go, String template) {
    return run(Optional.of(read(file)), generator, go, template).applications().stream()
        .map(it -> it.text("metadata", "annotations", "a"))
        .toList();
  }

  private static Simulation run(
      Optional<List<RegisteredCluster>> clusters, String generator, boolean go, String template) {
    String name = go ? "{{.nameNormalized}}" : "{{nameNormalized}}";
    return ApplicationSetSimulation.run(
        ApplicationSetSimulationTest.parse(
            "metadata: {name: s, namespace: argocd}\nspec:\n  goTemplate: "
                + go
                + "\n  generators:\n  - clusters: "
                + generator
                + "\n  template:\n    metadata: {name: 'a-"
                + name
                + "', annotations: {a: '"
                + template
                + "'}}\n    spec: {project: p, source: {repoURL: r, path: p}, destination: {name: c}}\n"),
        new GeneratorInputs(
            Optional.empty(),
            List.of(),
            clusters,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }
}
