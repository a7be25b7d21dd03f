package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/** Deleting a preview leaves its resources behind. */
public final class MissingCascade implements PreviewRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS042",
          "missing-cascade",
          Severity.ERROR,
          "deleting a preview leaves its resources behind",
          """
          Only `resources-finalizer.argocd.argoproj.io` makes Argo CD delete what an
          Application deployed. Argo CD adds it to generated Applications by itself, but not
          when the template lists another finalizer, and never to an Application that is
          written out.
          """,
          "list `resources-finalizer.argocd.argoproj.io` in `metadata.finalizers`",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: Application
          metadata:
            name: shop-pr-17
            namespace: argocd
          spec:
            project: previews
            destination: {server: https://kubernetes.default.svc, namespace: pr-17-shop}
            sources:
            - {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567}
            - {repoURL: https://github.com/acme/gitops.git, path: previews/shop/pr-17, targetRevision: main}
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
    List<ScalarNode> finalizers = Fields.texts(application.at("metadata", "finalizers"));
    boolean cascades =
        finalizers.stream()
            .anyMatch(it -> it.text().startsWith("resources-finalizer.argocd.argoproj.io"));
    boolean added = application.isGenerated() && finalizers.isEmpty();
    if (!cascades && !added && !application.isPatched("finalizers")) {
      out.add(application.nearest("metadata", "finalizers"), "nothing deletes what it deployed");
    }
  }
}
