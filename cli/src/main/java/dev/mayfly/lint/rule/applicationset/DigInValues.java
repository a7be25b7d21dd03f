package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.regex.Pattern;

/** A template reads `.values` with a function that cannot. */
public final class DigInValues implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS007",
          "dig-in-values",
          Severity.ERROR,
          "a template reads `.values` with a function that cannot",
          """
          The `values` of a pull-request generator are a map of texts, not the map that `dig`
          and `get` take: the call fails for every element and the set stops working.
          """,
          "write `{{ .values.name }}`",
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
                values: {team: checkout}
                filters: [{targetBranchMatch: "^main$"}]
            template:
              metadata:
                name: shop-pr-{{ .number }}
              spec:
                info:
                - {name: team, value: '{{ get .values "team" }}'}
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
                values: {team: checkout}
                filters: [{targetBranchMatch: "^main$"}]
            template:
              metadata:
                name: shop-pr-{{ .number }}
              spec:
                info:
                - {name: team, value: "{{ .values.team }}"}
                project: previews
                destination: {server: https://kubernetes.default.svc, namespace: "pr-{{ .number }}-shop"}
                source: {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: "{{ .head_sha }}"}
                syncPolicy: {automated: {prune: true, selfHeal: true}}
          """);

  private static final Pattern CALL = Pattern.compile("\\bget \\$?\\.values\\b|\\bdig \"values\"");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(SetView set, Findings out) {
    if (set.pullRequests().isEmpty() || !set.isGoTemplate()) {
      return;
    }
    for (ScalarNode text : set.templateTexts()) {
      if (TemplateText.hasActions(text.text()) && CALL.matcher(text.text()).find()) {
        out.add(text, "`.values` is a map of texts; `get` and `dig` fail on it");
      }
    }
  }
}
