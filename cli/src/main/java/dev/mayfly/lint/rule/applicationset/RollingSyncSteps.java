package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.List;

/** A rolling sync cannot work as written. */
public final class RollingSyncSteps implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS059",
          "rolling-sync-steps",
          Severity.ERROR,
          "a rolling sync cannot work as written",
          """
          RollingSync without steps is an error of the set, and its expressions know the
          operators `In` and `NotIn` only.
          """,
          "give it steps with `In` or `NotIn`",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            strategy: {type: RollingSync}
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
    if (type == null || !Fields.text(type).equals("RollingSync")) {
      return;
    }
    List<MapNode> steps =
        Fields.maps(set.resource().at("spec", "strategy", "rollingSync", "steps"));
    if (steps.isEmpty()) {
      out.add(type, "RollingSync has no steps");
    }
    for (MapNode step : steps) {
      for (MapNode expression : Fields.maps(step.get("matchExpressions"))) {
        Node operator = expression.get("operator");
        String text = Fields.text(operator);
        if (operator != null && !text.equals("In") && !text.equals("NotIn")) {
          out.add(operator, "`" + text + "` is no operator of a rolling sync");
        }
      }
    }
  }
}
