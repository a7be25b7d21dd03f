package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of Applications that are there: by policy, by owner, and by what they differ in. */
class LiveComparisonTest {
  private static final String SET =
      """
      metadata: {name: s, namespace: argocd}
      spec:
        goTemplate: true
        generators: [{list: {elements: [{app: a}, {app: b}]}}]
        template:
          metadata: {name: '{{.app}}'}
          spec: {project: p, source: {repoURL: r, path: p}, destination: {name: c}}
      """;
  private static final String A = live("a", "s", "p");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sync | DELETED c, CREATED b, UPDATED a
          create-only | KEPT a, KEPT c, CREATED b
          create-update | KEPT c, CREATED b, UPDATED a
          create-delete | DELETED c, KEPT a, CREATED b
          """)
  void aPolicyKeeps(String policy, String changes) {
    String other = A.replace("path: p", "path: q");
    String written =
        SET.replace("goTemplate", "syncPolicy: {applicationsSync: " + policy + "}\n  goTemplate");
    assertThat(changes(written, Optional.empty(), other, live("c", "s", "p"))).isEqualTo(changes);
    Optional<ApplicationsSync> told = Optional.of(ApplicationsSync.of(policy).orElseThrow());
    assertThat(changes(SET, told, other, live("c", "s", "p"))).isEqualTo(changes);
  }

  @Test
  void whatIsAnothersIsRefusedAndDeletionsWait() {
    List<LiveChange> all =
        all(SET, Optional.empty(), live("a", "t", "p"), live("b", "t", "p"), live("c", "s", "p"));
    assertThat(said(all)).isEqualTo("KEPT c, REFUSED a, REFUSED b");
    assertThat(all.getFirst().details()).containsExactly("none is deleted as long as `a` fails");
    assertThat(all.getLast().details()).containsExactly("ApplicationSet `t` controls it");
    assertThat(
            changes(
                SET,
                Optional.empty(),
                A.replace("kind: ApplicationSet", "kind: Other"),
                A.replace("name: a", "name: b")))
        .isEqualTo("REFUSED a, UNCHANGED b");
  }

  @Test
  void whatHasNoOwnerIsTakenOver() {
    String free = A.replaceFirst(", ownerReferences: \\[.*?\\]", "");
    List<LiveChange> all = all(SET, Optional.of(ApplicationsSync.CREATE_ONLY), free);
    assertThat(said(all)).isEqualTo("CREATED b, UPDATED a");
    assertThat(all.getLast().details()).containsExactly("metadata.ownerReferences");
    String ignoring =
        SET.replace(
            "goTemplate",
            "ignoreApplicationDifferences: [{jsonPointers: [/metadata/ownerReferences]}]\n  goTemplate");
    assertThat(changes(ignoring, Optional.empty(), free)).isEqualTo("CREATED b, UNCHANGED a");
  }

  @ParameterizedTest
  @CsvSource({
    "resources-finalizer.argocd.argoproj.io, with its resources",
    "resources-finalizer.argocd.argoproj.io/background, with its resources",
    "example.com/other, its resources stay: it has no finalizer"
  })
  void saysWhatGoesWithIt(String finalizer, String details) {
    String gone = live("c", "s", "p").replace("resources-finalizer.argocd.argoproj.io", finalizer);
    assertThat(
            all(SET, Optional.empty(), A, A.replace("name: a", "name: b"), gone)
                .getFirst()
                .details())
        .containsExactly(details);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          annotations: {notified.notifications.argoproj.io: x} | UNCHANGED
          annotations: {argocd.argoproj.io/refresh: normal} | UNCHANGED
          annotations: {argocd.argoproj.io/hydrate: normal} | UNCHANGED
          annotations: {example.com/x: y} | UPDATED
          annotations: {kept: y} | UNCHANGED
          labels: {kept: y} | UPDATED
          labels: {also: y} | UNCHANGED
          labels: {argocd.argoproj.io/refresh: y} | UPDATED
          """)
  void whatOthersWriteStays(String metadata, String kind) {
    String set =
        SET.replace(
            "goTemplate", "preservedFields: {annotations: [kept], labels: [also]}\n  goTemplate");
    assertThat(changes(set, Optional.empty(), A.replace("name: a", "name: a, " + metadata)))
        .isEqualTo(kind.equals("UNCHANGED") ? "CREATED b, UNCHANGED a" : "CREATED b, UPDATED a");
  }

  @ParameterizedTest
  @CsvSource({
    "pre-delete-finalizer.argocd.argoproj.io/x, UNCHANGED",
    "post-delete-finalizer.argocd.argoproj.io, UNCHANGED",
    "example.com/x, UPDATED"
  })
  void finalizersOfHooksStay(String finalizer, String kind) {
    assertThat(
            changes(
                SET,
                Optional.empty(),
                A.replace("argoproj.io], owner", "argoproj.io, " + finalizer + "], owner")))
        .isEqualTo(kind.equals("UPDATED") ? "CREATED b, UPDATED a" : "CREATED b, UNCHANGED a");
  }

  @Test
  void nothingIsKnownOfASetThatIsNotFollowed() {
    assertThat(
            changes(
                SET.replace("list: {elements: [{app: a}, {app: b}]}", "clusters: {}"),
                Optional.empty(),
                A))
        .isEmpty();
    assertThat(changes(SET.replace("{{.app}}", "{{.app"), Optional.empty(), A)).isEmpty();
  }

  @Test
  void ofANamespaceOnly() {
    assertThat(changes(SET, Optional.empty(), A.replace("namespace: argocd", "namespace: other")))
        .isEqualTo("CREATED a, CREATED b");
  }

  @Test
  void whatCannotBeComparedIsSaid() {
    String jq =
        SET.replace(
            "goTemplate",
            "ignoreApplicationDifferences: [{jqPathExpressions: ['.spec | input']}]\n  goTemplate");
    assertThat(changes(jq, Optional.empty(), A.replace("path: p", "path: q")))
        .isEqualTo("CREATED b, UNVERIFIABLE a");
  }

  private static String live(String name, String owner, String path) {
    return "{metadata: {name: "
        + name
        + ", namespace: argocd, finalizers:"
        + " [resources-finalizer.argocd.argoproj.io], ownerReferences: [{kind: ApplicationSet, name: "
        + owner
        + ", controller: true}]}, spec: {project: p, source: {repoURL: r, path: "
        + path
        + "}, destination: {name: c}}}";
  }

  private static String changes(String set, Optional<ApplicationsSync> policy, String... live) {
    return said(all(set, policy, live));
  }

  private static String said(List<LiveChange> changes) {
    return String.join(", ", changes.stream().map(it -> it.kind() + " " + it.name()).toList());
  }

  private static List<LiveChange> all(
      String set, Optional<ApplicationsSync> policy, String... live) {
    Node node = ApplicationSetSimulationTest.parse(set);
    List<Node> found = Stream.of(live).map(ApplicationSetSimulationTest::parse).toList();
    return LiveComparison.of(node, new LiveApplications(found), policy)
        .changes(
            ApplicationSetSimulation.run(
                node, new GeneratorInputs(Optional.empty(), Optional.empty())));
  }
}
