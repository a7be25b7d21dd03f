package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.yaml.Node;

/** Helm values are given twice. */
public final class ValuesTwice implements SourceRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP071",
          "values-twice",
          Severity.WARNING,
          "Helm values are given twice",
          """
          `valuesObject` wins over `values`, which is then ignored as a whole, not merged.
          """,
          "keep `valuesObject`",
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
              helm:
                valuesObject: {replicas: 1}
                values: "replicas: 2"
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
              helm:
                valuesObject: {replicas: 1}
            syncPolicy:
              automated: {prune: true, selfHeal: true}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(SourceView source, Findings out) {
    Node ignored = source.at("helm", "values");
    boolean both = Fields.isSet(source.at("helm", "valuesObject")) && Fields.isSet(ignored);
    if (ignored != null && both) {
      out.add(ignored, "`values` is ignored beside `valuesObject`");
    }
  }
}
