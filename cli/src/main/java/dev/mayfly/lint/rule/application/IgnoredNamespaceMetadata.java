package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.Node;

/** Metadata for a namespace that is not created. */
public final class IgnoredNamespaceMetadata implements ApplicationRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP083",
          "ignored-namespace-metadata",
          Severity.WARNING,
          "metadata for a namespace that is not created",
          """
          `managedNamespaceMetadata` does nothing without `CreateNamespace=true`: labels that a
          policy or a Gateway relies on are missing.
          """,
          "add the sync option, or put the labels on a Namespace manifest",
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
              managedNamespaceMetadata: {labels: {team: shop}}
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
    Node metadata = application.at("spec", "syncPolicy", "managedNamespaceMetadata");
    boolean created = application.syncOption("CreateNamespace").filter("true"::equals).isPresent();
    if (metadata != null
        && Fields.isSet(metadata)
        && !created
        && !application.isPatched("syncOptions")) {
      out.add(metadata, "without `CreateNamespace=true` this has no effect");
    }
  }
}
