package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which clusters an object decides on, by what its ConfigMap says of it. */
class DecisionGeneratorTest {
  private static final String MAP =
      "{kind: ConfigMap, metadata: {name: m}, data: {apiVersion: acme.dev/v1, kind: placements,"
          + " statusListKey: decided, matchKey: cluster}}";
  private static final String ONE =
      "{apiVersion: acme.dev/v1, kind: Placement, metadata: {name: d, labels: {env: test}}, status:"
          + " {decided: [{cluster: a, zone: '1'}, {cluster: gone}, {zone: x}, {cluster: null},"
          + " {cluster: in-cluster}]}}";
  private static final String NAMED = "configMapRef: m, name: d";

  @Test
  void clustersThatAreKnownAreDecidedOn() {
    assertThat(names(NAMED, MAP, ONE)).isEqualTo("a in-cluster");
    assertThat(names("configMapRef: m, labelSelector: {matchLabels: {env: test}}", MAP, ONE))
        .isEqualTo("a in-cluster");
    assertThat(
            shown(
                NAMED + ", values: {v: '{{x}}'}", "{{.server}} {{.zone}} {{.values.v}}", MAP, ONE))
        .isEqualTo("https://a 1 {{x}};https://kubernetes.default.svc <no value> {{x}}");
  }

  @Test
  void objectsThatAreAskedForAreAddedUp() {
    String second = ONE.replace("name: d", "name: e").replace("cluster: a", "cluster: b");
    String by = "configMapRef: m, labelSelector: {matchLabels: {env: test}}";
    assertThat(names(by, MAP, ONE, second, ONE.replace("env: test", "env: prod")))
        .isEqualTo("a in-cluster b in-cluster");
    assertThat(names(by, MAP, ONE.replaceFirst("status.*", "status: {}}"), second))
        .isEqualTo("b in-cluster");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind: placements | kind: placement | a in-cluster
          kind: placements | kind: Placement | STALLED
          kind: placements | kind: '' | STALLED
          acme.dev/v1, kind: placements | v1, kind: placements | STALLED
          acme.dev/v1, kind: placements | other.dev/v1, kind: placements | STALLED
          statusListKey: decided | statusListKey: other | STALLED
          matchKey: cluster | matchKey: '' | ''
          name: m | name: other | UNVERIFIABLE
          """)
  void theConfigMapSaysWhereToLook(String old, String text, String names) {
    assertThat(names(NAMED, MAP.replace(old, text), ONE)).isEqualTo(names);
  }

  @Test
  void onlyAConfigMapSaysIt() {
    String secret = MAP.replace("ConfigMap", "Secret").replace("placements", "others");
    assertThat(names(NAMED, secret, MAP, ONE)).isEqualTo("a in-cluster");
  }

  @Test
  void clustersIsTheUsualList() {
    String usual = MAP.replace("statusListKey: decided, ", "");
    assertThat(names(NAMED, usual, ONE.replace("decided", "clusters"))).isEqualTo("a in-cluster");
    String plural = MAP.replace("placements", "classes");
    assertThat(names(NAMED, plural, ONE.replace("Placement", "Class"))).isEqualTo("a in-cluster");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          configMapRef: m | STALLED
          configMapRef: m, name: d, labelSelector: {} | a in-cluster
          configMapRef: m, name: other | STALLED
          configMapRef: m, labelSelector: {matchLabels: {env: prod}} | STALLED
          """)
  void somethingIsAskedForInOneWay(String generator, String names) {
    assertThat(names(generator, MAP, ONE)).isEqualTo(names);
  }

  @Test
  void numbersAreTextsSince34() {
    String number = ONE.replace("zone: '1'", "zone: 10000000");
    assertThat(shown(NAMED, "{{.zone}}", MAP, number)).startsWith("10000000;");
    assertThat(
            run(Optional.of(nodes(MAP, number)), true, NAMED, "x", new ReleaseLine(3, 3))
                .isStalled())
        .isTrue();
    assertThat(
            run(Optional.of(nodes(MAP, ONE)), true, NAMED, "x", new ReleaseLine(3, 3)).isStalled())
        .isFalse();
  }

  @Test
  void whatIsNotGivenIsNotKnown() {
    ReleaseLine newest = new ReleaseLine(3, 5);
    assertThat(run(Optional.empty(), true, NAMED, "x", newest).isUnverifiable()).isTrue();
    assertThat(run(Optional.of(nodes(MAP, ONE)), false, NAMED, "x", newest).isUnverifiable())
        .isTrue();
  }

  private static String names(String generator, String... given) {
    return shown(generator, "{{.name}}", given).replace(";", " ");
  }

  private static String shown(String generator, String template, String... given) {
    Simulation simulation =
        run(Optional.of(nodes(given)), true, generator, template, new ReleaseLine(3, 5));
    if (simulation.isStalled()) {
      return "STALLED";
    }
    return simulation.isUnverifiable()
        ? "UNVERIFIABLE"
        : String.join(
            ";",
            simulation.applications().stream()
                .map(it -> it.text("metadata", "annotations", "a"))
                .toList());
  }

  private static List<Node> nodes(String... texts) {
    List<Node> nodes = new ArrayList<>();
    for (String text : texts) {
      nodes.add(ApplicationSetSimulationTest.parse(text));
    }
    return nodes;
  }

  private static Simulation run(
      Optional<List<Node>> given,
      boolean known,
      String generator,
      String template,
      ReleaseLine argoCd) {
    List<RegisteredCluster> clusters =
        List.of(
            new RegisteredCluster("a", "https://a", "", new TreeMap<>(), new TreeMap<>(), true),
            new RegisteredCluster("b", "https://b", "", new TreeMap<>(), new TreeMap<>(), true));
    return ApplicationSetSimulation.run(
        ApplicationSetSimulationTest.parse(
            "metadata: {name: s, namespace: argocd}\nspec:\n  goTemplate: true\n  generators:\n"
                + "  - clusterDecisionResource: {"
                + generator
                + "}\n"
                + "  template:\n    metadata: {name: 'x-{{.name}}', annotations: {a: '"
                + template
                + "'}}\n    spec: {project: p, source: {repoURL: r, path: p}, destination: {name: c}}\n"),
        new GeneratorInputs(
            Optional.empty(),
            List.of(),
            known ? Optional.of(clusters) : Optional.empty(),
            Optional.empty(),
            given,
            Optional.empty()),
        argoCd);
  }
}
