package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a change of sets does to the Applications that they made before. */
class EarlierSetsTest {
  private static final ReleaseLine ARGO_CD = new ReleaseLine(3, 5);
  private static final GeneratorInputs NONE =
      new GeneratorInputs(Optional.empty(), Optional.empty());

  @Test
  void applicationsOfTheSameSetAreCompared() {
    assertThat(changes(set("s", "argocd", "a, b", ""), set("s", "argocd", "b, c", "")))
        .containsExactly("DELETED a", "CREATED c", "UNCHANGED b");
    assertThat(
            changes(
                set("s", "argocd", "a", ""),
                set("s", "argocd", "a", "").replace("path: p", "path: q")))
        .containsExactly("UPDATED a");
  }

  @Test
  void aSetOfAnotherNameFindsThemTaken() {
    assertThat(changes(set("s", "argocd", "a", ""), set("t", "argocd", "a", "")))
        .containsExactly("REFUSED a");
    assertThat(changes(set("s", "other", "a", ""), set("s", "argocd", "a", "")))
        .containsExactly("CREATED a");
  }

  @Test
  void aControllersPolicyCounts() {
    Node now = parse(set("s", "argocd", "b", ""));
    EarlierSets earlier =
        EarlierSets.of(List.of(parse(set("s", "argocd", "a", ""))), NONE, ARGO_CD);
    Simulation simulation = ApplicationSetSimulation.run(now, NONE, ARGO_CD);
    assertThat(shown(earlier.changes(now, simulation, Optional.of(ApplicationsSync.CREATE_UPDATE))))
        .containsExactly("KEPT a", "CREATED b");
  }

  @Test
  void whatWasNotKnownBeforeIsNotKnownNow() {
    String unknown =
        set("s", "argocd", "a", "").replace("list: {elements: [{app: a}]}", "clusters: {}");
    assertThat(changes(unknown, set("s", "argocd", "a", ""))).containsExactly("UNVERIFIABLE s");
    EarlierSets earlier = EarlierSets.of(List.of(parse(unknown)), NONE, ARGO_CD);
    List<LiveChange> gone = earlier.changesOfGone(parse(unknown), Optional.empty());
    assertThat(shown(gone)).containsExactly("UNVERIFIABLE s");
    assertThat(gone.getFirst().details().getFirst())
        .startsWith("what the set made before is not known: ");
  }

  @Test
  void whatIsGoneIsToldByNameAndNamespace() {
    Node one = parse(set("s", "argocd", "a", ""));
    Node two = parse(set("s", "other", "b", ""));
    EarlierSets earlier = EarlierSets.of(List.of(one, two), NONE, ARGO_CD);
    assertThat(earlier.gone(List.of(one))).containsExactly(two);
    assertThat(earlier.gone(List.of())).containsExactly(one, two);
    assertThat(earlier.gone(List.of(two, one))).isEmpty();
  }

  /** Without a finalizer Kubernetes collects what a set owns, and asks no controller. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '' | DELETED a
          ', finalizers: [resources-finalizer.argocd.argoproj.io]' | KEPT a
          ', finalizers: [example.com/x]' | DELETED a
          ', finalizers: [example.com/x, resources-finalizer.argocd.argoproj.io]' | KEPT a
          """)
  void aPolicyKeepsWhereAFinalizerAsksTheController(String finalizers, String change) {
    Node set = parse(set("s", "argocd", "a", finalizers));
    EarlierSets earlier = EarlierSets.of(List.of(set), NONE, ARGO_CD);
    assertThat(shown(earlier.changesOfGone(set, Optional.of(ApplicationsSync.CREATE_UPDATE))))
        .containsExactly(change);
    assertThat(shown(earlier.changesOfGone(set, Optional.empty()))).containsExactly("DELETED a");
  }

  private static List<String> changes(String before, String now) {
    EarlierSets earlier = EarlierSets.of(List.of(parse(before)), NONE, ARGO_CD);
    Node set = parse(now);
    return shown(
        earlier.changes(set, ApplicationSetSimulation.run(set, NONE, ARGO_CD), Optional.empty()));
  }

  private static List<String> shown(List<LiveChange> changes) {
    return changes.stream().map(it -> it.kind() + " " + it.name()).toList();
  }

  private static Node parse(String text) {
    return ApplicationSetSimulationTest.parse(text);
  }

  private static String set(String name, String namespace, String apps, String metadata) {
    String elements =
        String.join(
            ", ", List.of(apps.split(", ")).stream().map(it -> "{app: " + it + "}").toList());
    return "metadata: {name: "
        + name
        + ", namespace: "
        + namespace
        + metadata
        + "}\n"
        + "spec:\n  goTemplate: true\n  generators: [{list: {elements: ["
        + elements
        + "]}}]\n"
        + "  template:\n    metadata: {name: '{{.app}}'}\n"
        + "    spec: {project: p, source: {repoURL: r, path: p}, destination: {name: c}}\n";
  }
}
