package dev.mayfly.lint.rule;

import static dev.mayfly.diagnostic.Severity.ERROR;
import static dev.mayfly.diagnostic.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.card.CaseSources;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What breaks previews in practice, in the shapes in which it was met. */
class PreviewBreakageTest {
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
            github: {owner: acme, repo: shop}
        template:
          metadata: {name: "shop-pr-{{ .number }}"}
          spec:
            project: previews
            destination: {server: https://kubernetes.default.svc, namespace: "pr-{{ .number }}"}
            source: {repoURL: https://github.com/acme/shop.git, path: deploy, SOURCE}
            syncPolicy: {automated: {prune: true}, syncOptions: [CreateNamespace=true]}
      """;

  private static final String PLAIN = SET.replace(", SOURCE", "");

  private static List<Finding> lint(String rule, String set) {
    return RuleExamples.lint(set, List.of(RuleCatalog.find(rule).orElseThrow()));
  }

  private static List<Severity> severities(String rule, String set) {
    return lint(rule, set).stream().map(Finding::severity).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          helm: {parameters: [{name: image.tag, value: "pr-{{ .number }}"}]}     | WARNING
          helm: {parameters: [{name: WEB.TAG, value: "pr-{{ .number }}"}]}       | WARNING
          helm: {values: "image:\\n  tag: pr-{{ .number }}"}                      | WARNING
          helm: {valuesObject: {web: [{imageTag: "pr-{{ .number }}"}]}}          | WARNING
          kustomize: {images: ["shop=ghcr.io/acme/shop:pr-{{ .number }}"]}       | WARNING
          helm: {parameters: [{name: host, value: "pr-{{ .number }}.dev"}]}      | NOTE
          helm: {parameters: [{name: image.tag, value: "{{ .head_sha }}"}]}      |
          helm: {parameters: [{name: stage, value: "pr-{{ .number }}"}]}, targetRevision: "{{ .head_sha }}" |
          kustomize: {images: ["shop=host:5000/shop"]}, targetRevision: "{{ .branch }}"                     |
          """)
  void aPushReachesThePreview(String source, Severity expected) {
    String set = SET.replace("SOURCE", source);
    assertThat(severities("AS071", set))
        .isEqualTo(expected == null ? List.of() : List.of(expected));
    String updated =
        set.replace(
            "{name: \"shop-pr-{{ .number }}\"}",
            "{name: shop, annotations: {argocd-image-updater.argoproj.io/image-list: shop}}");
    assertThat(severities("AS071", updated)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "{{ .branch }}, 1",
    "pr-{{.title}}, 1",
    "{{ .branch | slugify }}, 0",
    "{{ .branch_slug }}, 0",
    "{{ .head_sha }}, 0"
  })
  void aBranchIsNoImageTag(String tag, int findings) {
    String parameter = "helm: {parameters: [{name: image.tag, value: \"" + tag + "\"}]}";
    assertThat(lint("AS072", SET.replace("SOURCE", parameter))).hasSize(findings);
  }

  @Test
  void aLabelInTheWrongPlaceGatesNothing() {
    String misplaced =
        PLAIN.replace("repo: shop}", "repo: shop, tokenRef: {secretName: f, labels: [preview]}}");
    assertThat(lint("WL006", misplaced))
        .singleElement()
        .satisfies(it -> assertThat(it.message()).startsWith("`labels` is not a field of"));
    assertThat(lint("AS022", misplaced)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          syncPolicy: {          | syncPolicy: {preserveResourcesOnDeletion: true,
          automated: {           | automated: {retry: 5,
          destination: {         | destination: {cluster: x,
          metadata: {name: "shop | metadata: {project: x, name: "shop
          path: deploy           | paths: deploy
          """)
  void aFieldOfTheTemplateInTheWrongPlaceIsNamed(String right, String wrong) {
    assertThat(lint("WL006", PLAIN)).isEmpty();
    assertThat(lint("WL006", PLAIN.replace(right, wrong))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"60, WARNING", "61, NOTE", "1800, NOTE", "0, NOTE"})
  void anonymousRequestsAreCountedAgainstTheLimit(String seconds, Severity severity) {
    String set = SET.replace("repo: shop}", "repo: shop}\n      requeueAfterSeconds: " + seconds);
    assertThat(severities("AS029", set)).containsExactly(severity);
  }

  @Test
  void twoBranchesStopAMatrixWithoutGoTemplates() {
    String set = CaseSources.read("AS074").good().text();
    assertThat(severities("AS074", set.replace("goTemplate: true", "goTemplate: false")))
        .containsExactly(ERROR);
    String bad = CaseSources.read("AS074").bad().text();
    assertThat(severities("AS074", bad)).containsExactly(WARNING);
  }
}
