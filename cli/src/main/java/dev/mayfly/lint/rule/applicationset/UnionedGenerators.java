package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.gotemplate.Reference;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.SetView;
import java.util.HashSet;
import java.util.Set;

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
          itself. One that lacks a parameter which the template reads fails, and takes the whole
          set with it.
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
    Set<String> told = new HashSet<>();
    for (FilledText text : FilledText.of(set)) {
      for (Reference reference : text.reads().needs(set.isStrict())) {
        boolean missing = !text.known().mayHold(reference.path());
        if (missing && text.isElsewhere(set, reference) && told.add(reference.shown())) {
          out.add(
              text.reads().text(),
              "`%s` does not give %s".formatted(text.generator().kind(), text.shown(reference)));
        }
      }
    }
  }
}
