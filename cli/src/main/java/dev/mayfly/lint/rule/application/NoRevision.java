package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.yaml.Node;

/** A source has no revision. */
public final class NoRevision implements ApplicationRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP073",
          "no-revision",
          Severity.NOTE,
          "a source has no revision",
          """
          An empty revision means HEAD, and for a chart any version: what runs changes without
          a commit in this repository.
          """,
          "name a branch that is meant to be followed, a tag or a commit",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: Application
          metadata:
            name: shop-pr-17
            namespace: argocd
            finalizers: [resources-finalizer.argocd.argoproj.io]
          spec:
            project: previews
            destination: {server: https://kubernetes.default.svc, namespace: pr-17-shop}
            sources:
            - {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567}
            - {repoURL: https://github.com/acme/gitops.git, path: previews/shop/pr-17}
            syncPolicy:
              automated: {prune: true, selfHeal: true}
          """,
          """
          apiVersion: argoproj.io/v1alpha1
          kind: Application
          metadata:
            name: shop-pr-17
            namespace: argocd
            finalizers: [resources-finalizer.argocd.argoproj.io]
          spec:
            project: previews
            destination: {server: https://kubernetes.default.svc, namespace: pr-17-shop}
            sources:
            - {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567}
            - {repoURL: https://github.com/acme/gitops.git, path: previews/shop/pr-17, targetRevision: main}
            syncPolicy:
              automated: {prune: true, selfHeal: true}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(ApplicationView application, Findings out) {
    for (SourceView source : application.sources()) {
      boolean used = !source.repository().isEmpty() && source.text("chart").isEmpty();
      if (used
          && source.text("targetRevision").isEmpty()
          && !application.isPatched("targetRevision")) {
        out.add(
            source.at("repoURL") instanceof Node url ? url : source.node(),
            "no `targetRevision` is set, so the default branch is followed");
      }
    }
  }
}
