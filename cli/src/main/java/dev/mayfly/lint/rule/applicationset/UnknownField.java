package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ArgoFields;
import dev.mayfly.lint.view.SetView;

/** An ApplicationSet has a field that does not exist. */
public final class UnknownField implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS027",
          "unknown-field",
          Severity.ERROR,
          "an ApplicationSet has a field that does not exist",
          """
          A strict client refuses it; Helm, Terraform and plain API calls drop it without a
          word. A generator that is misspelt then generates nothing, and nothing means that all
          existing Applications are deleted.
          """,
          "correct the name, or move the field to where it belongs",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            generators:
            - pullrequest:
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
    for (ArgoFields.Unknown unknown : ArgoFields.unknown(set.resource())) {
      String name = unknown.key().text();
      out.add(
          unknown.key(),
          "`%s` is no field here; %s".formatted(name, NearMiss.hint(name, unknown.allowed())));
    }
  }
}
