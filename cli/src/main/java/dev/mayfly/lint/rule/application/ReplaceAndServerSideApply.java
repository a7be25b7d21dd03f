package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;

/** Two sync options exclude each other. */
public final class ReplaceAndServerSideApply implements ApplicationRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP086",
          "replace-and-server-side-apply",
          Severity.WARNING,
          "two sync options exclude each other",
          """
          `Replace=true` wins over `ServerSideApply=true`: objects are replaced whole, and
          fields that other controllers own are lost.
          """,
          "keep `ServerSideApply=true`",
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
              syncOptions: [Replace=true, ServerSideApply=true]
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
    boolean both =
        application.syncOption("Replace").filter("true"::equals).isPresent()
            && application.syncOption("ServerSideApply").filter("true"::equals).isPresent();
    if (both) {
      out.add(
          application.nearest("spec", "syncPolicy", "syncOptions"),
          "`Replace=true` takes the place of `ServerSideApply=true`");
    }
  }
}
