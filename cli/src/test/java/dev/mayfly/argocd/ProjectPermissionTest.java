package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.platform.TargetCluster;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectPermissionTest {
  private static final String LOCAL = TargetCluster.OWN_SERVER;

  static ProjectPermission project(String spec) {
    Node node =
        new YamlReader(Budget.LINT)
            .read(new Source("project.yaml", "metadata: {name: p}\nspec:\n" + spec.indent(2)))
            .documents()
            .getFirst();
    return new ProjectPermission(node);
  }

  private static ProjectPermission namespaces(String... patterns) {
    StringBuilder spec = new StringBuilder("destinations:\n");
    for (String pattern : patterns) {
      spec.append("- {server: '")
          .append(LOCAL)
          .append("', namespace: '")
          .append(pattern)
          .append("'}\n");
    }
    return project(spec.toString());
  }

  @Test
  void denyRulesWidenPermission() {
    Destination argocd = Destination.of(LOCAL, "", "argocd");
    assertThat(namespaces("pr-*").destination(argocd).isDenied()).isTrue();
    assertThat(isPermitted(namespaces("pr-*", "!kube-system").destination(argocd))).isTrue();
    assertThat(isPermitted(namespaces("!kube-system").destination(argocd))).isTrue();
    assertThat(
            namespaces("!kube-system", "*").destination(Destination.of(LOCAL, "", "kube-system")))
        .isInstanceOfSatisfying(
            ProjectVerdict.Denied.class,
            denied -> assertThat(denied.location().line()).isEqualTo(4));
  }

  @Test
  void serverAndNameAreAlternatives() {
    ProjectPermission project =
        project("destinations: [{server: https://other, name: '*', namespace: pr-*}]");
    assertThat(isPermitted(project.destination(Destination.of(LOCAL, "", "pr-1")))).isTrue();
    assertThat(isPermitted(project.destination(Destination.of("https://x", "", "pr-1")))).isTrue();
  }

  @Test
  void whatOnlyTheClusterSecretKnowsIsUnverifiable() {
    ProjectPermission project = project("destinations: [{name: staging, namespace: pr-*}]");
    assertThat(project.destination(Destination.of("https://x", "", "pr-1")))
        .isInstanceOf(ProjectVerdict.Unverifiable.class);
    assertThat(project.destination(Destination.of("https://x", "", "other")).isDenied()).isTrue();
    assertThat(project.destination(Destination.of(LOCAL, "", "pr-1")).isDenied()).isTrue();
    assertThat(isPermitted(project.destination(Destination.of("", "staging", "pr-1")))).isTrue();
  }

  /** A rule that may deny is what keeps it open, else the last that may allow. */
  @ParameterizedTest
  @CsvSource({
    "'{name: staging, namespace: pr-*}', '{name: other, namespace: pr-*}', 4",
    "'{name: staging, namespace: pr-*}', '{name: \"!prod\", namespace: no}', 4",
    "'{name: \"!prod\", namespace: no}', '{name: staging, namespace: pr-*}', 3",
    "'{server: https://y, namespace: x}', '{server: https://z, namespace: x}', 3"
  })
  void theAnswerPointsToWhatKeepsItOpen(String first, String second, int line) {
    ProjectVerdict verdict =
        project("destinations:\n- " + first + "\n- " + second)
            .destination(Destination.of("https://x", "", "pr-1"));
    Location location =
        switch (verdict) {
          case ProjectVerdict.Unverifiable(String ignored, Location at) -> at;
          case ProjectVerdict.Denied(String ignored, Location at) -> at;
          case ProjectVerdict.Permitted ignored -> null;
        };
    assertThat(location).extracting(Location::line).isEqualTo(line + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/org/*, https://github.com/org/a, true",
    "https://github.com/org/*, https://github.com/org/a/b, false",
    "https://github.com/org/**, https://github.com/org/a/b, true",
    "https://github.com/org*, https://github.com/org-evil, true",
    "https://github.com/org*, https://github.com/org-evil/x, false",
    "https://github.com/org*/**, https://github.com/org-evil/x, true",
    "https://github.com/Acme/Shop.git, https://github.com/acme/shop, true",
    "git@github.com:acme/*, git@github.com:acme/shop.git, true",
    "*, https://github.com/a/b, true",
    "'!https://github.com/evil/*', https://github.com/a/b, true",
    "'!https://github.com/evil/*', https://github.com/evil/b, false",
  })
  void sourcesMatchPerSegment(String pattern, String url, boolean permitted) {
    assertThat(isPermitted(project("sourceRepos: ['" + pattern + "']").source(url)))
        .isEqualTo(permitted);
  }

  @Test
  void kindListsTellAbsentFromEmpty() {
    assertThat(isPermitted(project("{}").namespacedKind("apps", "Deployment"))).isTrue();
    assertThat(isPermitted(project("namespaceResourceWhitelist: null").namespacedKind("", "Pod")))
        .isTrue();
    assertThat(project("namespaceResourceWhitelist: []").namespacedKind("", "Pod").isDenied())
        .isTrue();
    ProjectPermission both =
        project(
            """
            namespaceResourceWhitelist: [{group: '*', kind: '*'}]
            namespaceResourceBlacklist: [{group: '', kind: Secret}]
            """);
    assertThat(both.namespacedKind("", "Secret").isDenied()).isTrue();
    assertThat(isPermitted(both.namespacedKind("apps", "Deployment"))).isTrue();
    assertThat(project("{}").clusterKind("", "Namespace", Optional.of("a")).isDenied()).isTrue();
  }

  @Test
  void clusterKindsMayBeLimitedByName() {
    ProjectPermission project =
        project("clusterResourceWhitelist: [{group: '', kind: Namespace, name: 'pr-[0-9]*'}]");
    assertThat(isPermitted(project.clusterKind("", "Namespace", Optional.of("pr-1")))).isTrue();
    assertThat(project.clusterKind("", "Namespace", Optional.of("prod")).isDenied()).isTrue();
    assertThat(project.clusterKind("", "Namespace", Optional.empty()))
        .isInstanceOf(ProjectVerdict.Unverifiable.class);
    assertThat(project.clusterKind("", "Node", Optional.empty()).isDenied()).isTrue();
  }

  @Test
  void sourceNamespacesAreGlobsOrRegexes() {
    ProjectPermission project = project("sourceNamespaces: ['team-*', '/^x[0-9]$/']");
    assertThat(isPermitted(project.sourceNamespace("argocd", "argocd"))).isTrue();
    assertThat(isPermitted(project.sourceNamespace("team-a", "argocd"))).isTrue();
    assertThat(project.sourceNamespace("x1", "argocd"))
        .isInstanceOf(ProjectVerdict.Unverifiable.class);
    assertThat(project("{}").sourceNamespace("x1", "argocd").isDenied()).isTrue();
    assertThat(project("sourceNamespaces: [/]").sourceNamespace("x1", "argocd").isDenied())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "destinations: x\nsourceRepos: {a: b}\nclusterResourceWhitelist: 1",
        "destinations: [1, [], null]\nsourceRepos: [{}, []]\nclusterResourceWhitelist: [a]",
        "[]",
      })
  void wrongShapesAreAnswersNotCrashes(String spec) {
    ProjectPermission project = project(spec);
    assertThat(isPermitted(project.source("https://a/b"))).isFalse();
    assertThat(isPermitted(project.destination(Destination.of("", "a", "b")))).isFalse();
    assertThat(isPermitted(project.clusterKind("", "Namespace", Optional.empty()))).isFalse();
  }

  private static boolean isPermitted(ProjectVerdict verdict) {
    return verdict instanceof ProjectVerdict.Permitted;
  }
}
