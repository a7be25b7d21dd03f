package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.Re2Filter;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;

/** A filter is no regular expression that Go understands. */
public final class InvalidFilterPattern implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS025",
          "invalid-filter-pattern",
          Severity.ERROR,
          "a filter is no regular expression that Go understands",
          """
          Argo CD compiles filters with Go's RE2: look-aheads, back-references and `\\Z` do not
          compile. The set then stops: no preview is created, updated or deleted.
          """,
          "write it without look-arounds and back-references",
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
                filters: [{targetBranchMatch: "^(?!main)$"}]
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
    for (Generator generator : set.pullRequests()) {
      for (MapNode filter : Fields.maps(generator.body().get("filters"))) {
        for (MapNode.Entry condition : filter.entries()) {
          String text = Fields.text(condition.value());
          boolean fixed =
              condition.key().text().endsWith("Match") && !TemplateText.isTemplated(text);
          if (fixed && Re2Filter.of(text) instanceof Re2Filter.Refused refused) {
            out.add(condition.value(), "`" + text + "` does not compile: " + refused.reason());
          }
        }
      }
    }
  }
}
