package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;

/** Generators side by side are filled into a template made for one of them. */
public final class UnionedGenerators implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS054",
          "unioned-generators",
          Severity.ERROR,
          "generators side by side are filled into a template made for one of them",
          """
          The entries of `generators` are a union: each element goes through the template by
          itself. One that lacks a parameter of the pull-request generator fails, and takes the
          whole set with it.
          """,
          "combine them with `matrix`, or write two sets",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            generators:
            - list: {elements: [{cluster: local}]}
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
    boolean mixed =
        set.generators().stream().anyMatch(it -> it.is("pullRequest"))
            && set.generators().stream().anyMatch(it -> it.is("list") || it.is("clusters"));
    if (!mixed || !set.isGoTemplate()) {
      return;
    }
    for (ScalarNode text : Fields.scalars(set.resource().at("spec", "template"))) {
      boolean bound =
          TemplateText.references(text.text()).stream()
              .anyMatch(it -> it.equals("number") || it.startsWith("head_"));
      if (bound && !TemplateText.rebindsDot(text.text())) {
        out.add(text, "not every generator of this set gives what `" + text.text() + "` needs");
        return;
      }
    }
  }
}
