package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.SourceView;

/** A source is of two kinds at once. */
public final class SeveralSourceTypes implements SourceRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP076",
          "several-source-types",
          Severity.ERROR,
          "a source is of two kinds at once",
          """
          Argo CD refuses a source with more than one of `helm`, `kustomize`, `directory` and
          `plugin`.
          """,
          "keep the block of the kind it is",
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
            source:
              repoURL: https://github.com/acme/shop.git
              path: deploy
              targetRevision: 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567
              helm: {releaseName: shop}
              kustomize:
                images: ["ghcr.io/acme/shop=ghcr.io/acme/shop@sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345"]
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
            source:
              repoURL: https://github.com/acme/shop.git
              path: deploy
              targetRevision: 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567
              kustomize:
                images: ["ghcr.io/acme/shop=ghcr.io/acme/shop@sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345"]
            syncPolicy:
              automated: {prune: true, selfHeal: true}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(SourceView source, Findings out) {
    if (source.types().size() > 1) {
      out.add(source.node(), "the source has `" + String.join("` and `", source.types()) + "`");
    }
  }
}
