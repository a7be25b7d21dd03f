package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.Node;

/** A rolling sync switches auto-sync off for previews. */
public final class RollingSyncOfPreviews implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS060",
          "rolling-sync-of-previews",
          Severity.WARNING,
          "a rolling sync switches auto-sync off for previews",
          """
          RollingSync is no cap: all Applications are created, only their updates take turns.
          It forces auto-sync off on each of them, so `selfHeal` and continuous `prune` stop,
          and an Application that matches no step is never synced.
          """,
          "leave the strategy out; cap previews where the label is given",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            strategy:
              type: RollingSync
              rollingSync: {steps: [{matchExpressions: [{key: env, operator: In, values: [preview]}]}]}
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
    Node type = set.resource().at("spec", "strategy", "type");
    if (type != null && set.isPreview() && Fields.text(type).equals("RollingSync")) {
      out.add(type, "RollingSync takes auto-sync away from every preview of this set");
    }
  }
}
