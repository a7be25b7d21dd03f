package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.yaml.ScalarNode;

/** An image override names a tag. */
public final class UnpinnedImageOverride implements ImageOverrideRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP066",
          "unpinned-image-override",
          Severity.ERROR,
          "an image override names a tag",
          """
          An override replaces the whole entry: `name:tag` drops a digest that the
          kustomization had pinned, and the tag can be moved after review.
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
                images: ["ghcr.io/acme/shop=ghcr.io/acme/shop:pr-17"]
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
    String text = image.text();
    boolean keeps = text.endsWith("*");
    if (!text.contains("@") && !keeps && text.contains(":")) {
      boolean commit = text.contains("head_sha") || text.contains("head_short");
      out.add(
          commit ? Severity.WARNING : Severity.ERROR,
          image,
          "`" + text + "` is not pinned by digest");
    }
  }
}
