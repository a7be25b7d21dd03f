package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;

/** A preview is never synced. */
public final class NotAutomated implements PreviewRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS043",
          "not-automated",
          Severity.ERROR,
          "a preview is never synced",
          """
          Without `automated` nothing is deployed until somebody presses a button, and a new
          commit does not arrive.
          """,
          "set `syncPolicy.automated: {prune: true, selfHeal: true}`",
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
    if (application.isPatched("automated")) {
      return;
    }
    if (!(automated instanceof MapNode map)) {
      out.add(
          application.nearest("spec", "syncPolicy", "automated"),
          "`automated` is not set, so nothing syncs the preview by itself");
    } else if (map.get("enabled") instanceof Node enabled && Fields.isFalse(enabled)) {
      out.add(enabled, "auto-sync is switched off");
    }
  }
}
