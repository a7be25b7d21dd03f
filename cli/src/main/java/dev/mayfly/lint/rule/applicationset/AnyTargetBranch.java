package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.MapNode;
import java.util.List;

/** Pull requests against any branch get a preview. */
public final class AnyTargetBranch implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS023",
          "any-target-branch",
          Severity.NOTE,
          "pull requests against any branch get a preview",
          """
          Without `targetBranchMatch` stacked pull requests and those against old release
          branches are deployed as well, each with a database and memory of its own. Filters
          are alternatives: one filter without it lets everything through.
          """,
          "add `targetBranchMatch: \"^main$\"` to every filter",
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
      List<MapNode> filters = Fields.maps(generator.body().get("filters"));
      boolean bound =
          !filters.isEmpty()
              && filters.stream().allMatch(it -> Fields.isSet(it.get("targetBranchMatch")));
      if (!bound) {
        MapNode.Entry at = generator.body().entry("filters");
        out.add(
            at == null ? generator.key() : at.key(),
            "pull requests against every branch get a preview");
      }
    }
  }
}
