package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.yaml.ScalarNode;

/** An image override can be matched to the wrong image. */
public final class AmbiguousImageOverride implements ImageOverrideRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP067",
          "ambiguous-image-override",
          Severity.WARNING,
          "an image override can be matched to the wrong image",
          """
          Argo CD splits an override at the first `=`, `:` or `@`. With a registry port, or a
          digest without `=`, the name it compares is cut short, and two overrides of one image
          are kept.
          """,
          "write `name=name@sha256:<64 hex digits>`",
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
                images: ["registry:5000/shop@sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345"]
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
  public void check(ScalarNode image, Findings out) {
    if (image.text().contains("@sha256:") && !image.text().contains("=")) {
      out.add(image, "`" + image.text() + "` does not say which image it replaces");
    }
  }
}
