package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;

/** An ApplicationSet generates nothing, which deletes what it had. */
public final class EmptySet implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS062",
          "empty-set",
          Severity.ERROR,
          "an ApplicationSet generates nothing, which deletes what it had",
          """
          A set without a generator, or with an entry that names none, yields no Application.
          Under the default policy that deletes every existing one.
          """,
          "name a generator in every entry",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            generators:
            - {}
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
    Node generators = set.resource().at("spec", "generators");
    if (generators instanceof ListNode list && list.items().isEmpty()) {
      out.add(list, "the set has no generators");
    } else if (generators == null) {
      out.add(set.resource().nearest("spec", "generators"), "the set has no generators");
    }
    for (Node item : Fields.items(generators)) {
      boolean named =
          item instanceof MapNode entry
              && entry.keys().stream().anyMatch(key -> !key.equals("selector"));
      if (!named) {
        out.add(item, "this entry names no generator");
      }
    }
  }
}
