package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.PullRequestParameters;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateReads;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Set;

/** A namespace is made with `normalize`. */
public final class NormalizedNamespace implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS013",
          "normalized-namespace",
          Severity.ERROR,
          "a namespace is made with `normalize`",
          """
          `normalize` keeps dots and allows 253 characters: fine for the name of an
          Application, refused for a namespace, which is a single label of at most 63.
          """,
          "use `slugify`, or better name the namespace after `.number`",
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
                destination: {server: https://kubernetes.default.svc, namespace: "pr-{{ .number }}-{{ normalize .branch }}"}
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

  /** These take the dots out again, or let none in. */
  private static final Set<String> MENDING = Set.of("slugify", "replace", "regexReplaceAll");

  @Override
  public void check(SetView set, Findings out) {
    if (set.pullRequests().isEmpty() || !set.isGoTemplate()) {
      return;
    }
    for (ApplicationView application : set.applications()) {
      if (application.at("spec", "destination", "namespace") instanceof ScalarNode namespace) {
        for (TemplateReads reads : TemplateReads.of(List.of(namespace))) {
          boolean dotted =
              reads.references().stream()
                  .anyMatch(
                      it ->
                          it.passes("normalize")
                              && PullRequestParameters.UNTRUSTED.contains(it.path().getFirst())
                              && it.functions().stream().noneMatch(MENDING::contains));
          if (dotted) {
            out.add(namespace, "`normalize` lets dots and 253 characters through");
          }
        }
      }
    }
  }
}
