package dev.mayfly.lint.rule;

import static dev.mayfly.diagnostic.Severity.ERROR;
import static dev.mayfly.diagnostic.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Activity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.FileFinder;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.LintSettings;
import dev.mayfly.lint.Linter;
import dev.mayfly.lint.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What looks wrong at first sight, and is not: shapes met in public repositories. */
class FalseAlarmTest {
  private static final String SET =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: ApplicationSet
      metadata: {name: shop, namespace: argocd}
      spec:
        goTemplate: true
        goTemplateOptions: ["missingkey=error"]
        generators:
        - pullRequest:
            github: {owner: acme, repo: shop, labels: [preview], tokenRef: {secretName: f, key: t}}
        template:
          metadata: {name: "shop-pr-{{ .number }}", labels: {first: "{{ index .labels 0 }}"}}
          spec:
            project: previews
            destination: {server: https://kubernetes.default.svc, namespace: NAMESPACE}
            source: {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: "{{ .head_sha }}"}
            syncPolicy: {automated: {prune: true}, syncOptions: [CreateNamespace=true]}
      """;

  private static final String PROJECT =
      """
      ---
      apiVersion: argoproj.io/v1alpha1
      kind: AppProject
      metadata: {name: previews, namespace: argocd}
      spec:
        sourceRepos: [https://github.com/acme/shop.git]
        destinations: [{server: https://kubernetes.default.svc, namespace: "*"}]
      """;

  private static String set(String namespace) {
    return SET.replace("NAMESPACE", '"' + namespace + '"');
  }

  @Test
  void everyPullRequestHasALabelWhereOneIsAskedFor() {
    assertThat(lint("AS006", set("pr-{{ .number }}"))).isEmpty();
  }

  @Test
  void aNamespaceAmongTheObjectsIsNotCreatedByArgoCd() {
    String namespace =
        "# file: deploy/ns.yaml\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n";
    String chart = "# file: deploy/templates/namespace.yaml\n{{ if .Values.x }}\n";
    String set = "# file: argocd/set.yaml\n" + set("pr-{{ .number }}");
    assertThat(lint("AS045", set)).hasSize(1);
    assertThat(lint("AS045", set + namespace)).isEmpty();
    assertThat(lint("AS045", set + chart)).isEmpty();
  }

  @Test
  void aNamespaceThatMayExistAlreadyIsNotProvenToBeRefused() {
    assertThat(lint("PJ088", set("pr-{{ .number }}") + PROJECT)).allMatch(Finding::isProven);
    assertThat(lint("PJ088", set("shop") + PROJECT)).hasSize(1).noneMatch(Finding::isProven);
  }

  @Test
  void theFilesOfImageUpdaterAreNoPreview() {
    String file = "# file: %s/.argocd-source-shop.yaml\nkustomize: {images: [shop:v2]}\n";
    assertThat(lint("AP068", file.formatted("apps/shop"))).isEmpty();
    assertThat(lint("AP068", file.formatted("deploy") + "# file: s.yaml\n" + set("x"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tls: {certificateRefs: [{name: c}]}                 | 0
          tls: {options: {networking.gke.io/pre-shared: c}}   | 0
          tls: {mode: Passthrough}                            | 1
          tls: {mode: Terminate}                              | 1
          allowedRoutes: {namespaces: {from: All}}            | 1
          """)
  void aListenerNamesItsCertificateInOneOfThreeWays(String tls, int findings) {
    String gateway =
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: {name: edge, namespace: gateways}
        spec:
          gatewayClassName: envoy
          listeners: [{name: https, protocol: HTTPS, port: 443, %s}]
        """
            .formatted(tls);
    assertThat(lint("RT012", gateway)).hasSize(findings);
    String annotated =
        gateway.replace("gateways}", "gateways, annotations: {networking.gke.io/certmap: m}}");
    assertThat(lint("RT012", annotated)).hasSize(tls.startsWith("tls") ? findings : 0);
  }

  private static final String GATEWAY =
      """
      apiVersion: gateway.networking.k8s.io/v1
      kind: Gateway
      metadata: {name: edge}
      spec:
        gatewayClassName: envoy
        listeners: [{name: LISTENER, protocol: HTTP, port: 80, hostname: "*.example.dev"}]
      """;

  private static final String ROUTE =
      """
      ---
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata: {name: shop}
      spec:
        parentRefs: [{name: edge, sectionName: web}]
        hostnames: [shop.example.dev, shop.example.org]
      """;

  @Test
  void aGatewayOfTheSameNameInAnotherFolderIsNotMeant() {
    String other = "# file: a/gateway.yaml\n" + GATEWAY.replace("LISTENER", "tls");
    String own = "# file: b/all.yaml\n" + GATEWAY.replace("LISTENER", "web") + ROUTE;
    assertThat(lint("RT014", other + own)).isEmpty();
    assertThat(lint("RT014", other + own.replace("name: web,", "name: https,"))).hasSize(1);
  }

  @Test
  void aRouteIsAttachedWhenOneOfItsHostsFits() {
    String route = GATEWAY.replace("LISTENER", "web") + ROUTE;
    assertThat(lint("RT013", route)).extracting(Finding::severity).containsExactly(WARNING);
    String none = route.replace("shop.example.dev", "shop.example.net");
    assertThat(lint("RT013", none)).extracting(Finding::severity).containsExactly(ERROR, ERROR);
  }

  @Test
  void kustomizeSetsTheLabelsOfPods() {
    String files =
        """
        # file: shop/kustomization.yaml
        resources: [deployment.yaml]
        labels: [{pairs: {app: shop}, includeSelectors: true}]
        # file: shop/deployment.yaml
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: shop}
        spec: {selector: {matchLabels: {app: shop}}, template: {spec: {containers: []}}}
        """;
    assertThat(lint("WL004", files)).isEmpty();
    assertThat(lint("WL004", files.replace("labels:", "buildMetadata:"))).hasSize(1);
  }

  @Test
  void testsOfPoliciesAreNotApplied() {
    String test = "apiVersion: GROUP/v1alpha1\nkind: Test\nmetadata: {name: allows}\n---\n";
    assertThat(lint("WL003", test.repeat(2).replace("GROUP", "chainsaw.kyverno.io"))).isEmpty();
    assertThat(lint("WL003", test.repeat(2).replace("GROUP", "example.dev"))).hasSize(1);
  }

  @Test
  void aLinkIsAFileThatIsThere(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("kustomization.yaml"), "resources: [linked.yaml]\n");
    Path target = Files.writeString(folder.resolve("target.txt"), "kind: ConfigMap\n");
    Files.createSymbolicLink(folder.resolve("linked.yaml"), target);
    Corpus corpus = Corpus.read(FileFinder.find(folder, List.of(folder)), Activity.SILENT);
    List<Rule> rules = List.of(RuleCatalog.find("KZ001").orElseThrow());
    assertThat(new Linter(rules).run(corpus, LintSettings.DEFAULT)).isEmpty();
  }

  private static List<Finding> lint(String rule, String files) {
    List<Rule> rules = List.of(RuleCatalog.find(rule).orElseThrow());
    return RuleExamples.lint(files, rules);
  }
}
