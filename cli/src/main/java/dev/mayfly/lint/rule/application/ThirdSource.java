package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourceView;
import java.util.List;

/** A preview has more than two sources. */
public final class ThirdSource implements PreviewRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP060",
          "third-source",
          Severity.WARNING,
          "a preview has more than two sources",
          """
          A preview is the deploy bundle of the pull request plus the platform's own objects.
          Every further source is one more place that decides what wins, and Argo CD's own
          documentation calls many sources an abuse.
          """,
          "bring the platform's objects together in one path",
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
            - {repoURL: https://github.com/acme/extra.git, path: extra, targetRevision: main}
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
    List<SourceView> sources =
        application.sources().stream().filter(ThirdSource::givesObjects).toList();
    if (sources.size() > 2) {
      out.add(
          sources.get(2).node(),
          sources.size() + " sources give objects to this preview, and the last one wins");
    }
  }

  /** A source with nothing but a {@code ref} lends its files to others. */
  private static boolean givesObjects(SourceView source) {
    return source.text("ref").isEmpty()
        || !source.text("path").isEmpty()
        || !source.text("chart").isEmpty();
  }
}
