package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.SetView;

/** A preview ApplicationSet does not use Go templates. */
public final class GoTemplateOff implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS001",
          "go-template-off",
          Severity.WARNING,
          "a preview ApplicationSet does not use Go templates",
          """
          Without `goTemplate: true` Argo CD replaces `{{name}}` as text: a misspelt parameter
          stays in the manifest as it is, labels cannot be read, and nothing fails until the
          API server refuses the result and teardown stops for every pull request.
          """,
          "set `goTemplate: true` with `goTemplateOptions: [\"missingkey=error\"]` and "
              + "write `{{ .number }}`",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            generators:
            - pullRequest:
                github: {owner: acme, repo: shop, labels: [preview], tokenRef: {secretName: forge, key: token}}
                filters: [{targetBranchMatch: "^main$"}]
            template:
              metadata:
                name: shop-pr-{{number}}
              spec:
                project: previews
                destination: {server: https://kubernetes.default.svc, namespace: "pr-{{number}}-shop"}
                source: {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: "{{head_sha}}"}
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
    if (!set.pullRequests().isEmpty() && !set.isGoTemplate()) {
      out.add(
          set.resource().nearest("spec", "goTemplate"),
          "without `goTemplate: true` a misspelt parameter stays in the text as it is");
    }
  }
}
