package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.Node;
import java.util.OptionalLong;

/** A sync that fails is retried for ever. */
public final class EndlessRetry implements PreviewRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS049",
          "endless-retry",
          Severity.WARNING,
          "a sync that fails is retried for ever",
          """
          While an operation runs, Argo CD does not process the deletion of the Application. A
          sync that never ends keeps a closed preview alive.
          """,
          "set `retry.limit` to a small number, such as 5",
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
              retry: {limit: -1}
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
    Node limit = application.at("spec", "syncPolicy", "retry", "limit");
    OptionalLong value = Fields.integer(limit);
    if (limit != null && value.isPresent() && (value.getAsLong() < 0 || value.getAsLong() > 20)) {
      out.add(limit, "a limit of " + value.getAsLong() + " keeps a failing sync running");
    }
  }
}
