package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.Node;

/** A missing template key does not fail. */
public final class MissingKeyTolerated implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS002",
          "missing-key-tolerated",
          Severity.WARNING,
          "a missing template key does not fail",
          """
          By default a key that does not exist becomes the text `<no value>`. One typing slip
          then names a namespace or an image, and the Application is created with it.
          """,
          "set `goTemplateOptions: [\"missingkey=error\"]`",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            generators:
            - pullRequest:
                github: {owner: acme, repo: shop, labels: [preview], tokenRef: {secretName: forge, key: token}}
                filters: [{targetBranchMatch: "^main$"}]
            template:
              metadata:
                name: shop-pr-{{ .number }}
              spec:
                project: previews
                destination: {server: https://kubernetes.default.svc, namespace: "pr-{{ .number }}-shop"}
                source: {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: "{{ .head_sha }}"}
                syncPolicy: {automated: {prune: true, selfHeal: true}}
          """,
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            generators:
            - pullRequest:
                github: {owner: acme, repo: shop, labels: [preview], tokenRef: {secretName: forge, key: token}}
                filters: [{targetBranchMatch: "^main$"}]
            template:
              metadata:
                name: shop-pr-{{ .number }}
              spec:
                project: previews
                destination: {server: https://kubernetes.default.svc, namespace: "pr-{{ .number }}-shop"}
                source: {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: "{{ .head_sha }}"}
                syncPolicy: {automated: {prune: true, selfHeal: true}}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(SetView set, Findings out) {
    boolean strict =
        Fields.texts(set.resource().at("spec", "goTemplateOptions")).stream()
            .anyMatch(option -> option.text().equals("missingkey=error"));
    if (set.isGoTemplate() && !strict) {
      Node at = set.resource().nearest("spec", "goTemplateOptions");
      Severity severity = set.isPreview() ? Severity.WARNING : Severity.NOTE;
      out.add(severity, at, "a parameter that does not exist becomes the text `<no value>`");
    }
  }
}
