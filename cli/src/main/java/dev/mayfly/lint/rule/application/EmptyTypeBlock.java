package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.yaml.MapNode;
import java.util.List;

/** An empty block does not say what kind of source it is. */
public final class EmptyTypeBlock implements SourceRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP069",
          "empty-type-block",
          Severity.NOTE,
          "an empty block does not say what kind of source it is",
          """
          Argo CD drops blocks without a value, such as `directory: {}`, and detects the type
          from the files: a `Chart.yaml` in the path turns the directory into a chart.
          """,
          "set a field that counts, such as `directory: {recurse: true}`",
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
            - {repoURL: https://github.com/acme/shop.git, path: deploy, directory: {}, targetRevision: 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567}
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
  public void check(SourceView source, Findings out) {
    for (String type : List.of("helm", "kustomize", "directory")) {
      if (source.at(type) instanceof MapNode block && block.entries().isEmpty()) {
        out.add(block, "an empty `" + type + "` does not fix the type");
      }
    }
  }
}
