package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;

/** What a commit removes stays in the preview. */
public final class NotPruned implements PreviewRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS044",
          "not-pruned",
          Severity.ERROR,
          "what a commit removes stays in the preview",
          """
          Prune is off unless it is set: a renamed Deployment leaves the old one running beside
          it, and the preview shows something nobody wrote.
          """,
          "set `syncPolicy.automated.prune: true`",
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
              automated: {selfHeal: true}
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
    Node automated = application.at("spec", "syncPolicy", "automated");
    if (!(automated instanceof MapNode) || application.isPatched("prune")) {
      return;
    }
    Node prune = automated.at("prune");
    if (prune == null || Fields.isFalse(prune)) {
      Node at =
          prune == null ? application.nearest("spec", "syncPolicy", "automated", "prune") : prune;
      out.add(at, "`prune` is not true");
    }
  }
}
