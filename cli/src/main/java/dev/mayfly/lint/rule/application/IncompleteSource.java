package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourceView;
import java.util.List;

/** A source lacks what Argo CD needs to read it. */
public final class IncompleteSource implements UnchangedRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP074",
          "incomplete-source",
          Severity.ERROR,
          "a source lacks what Argo CD needs to read it",
          """
          Argo CD reports InvalidSpecError and does not compare or sync the Application.
          """,
          "give every source a `repoURL` and one of `path`, `chart` or `ref`; a chart "
              + "needs a version",
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
            - {repoURL: https://github.com/acme/shop.git, targetRevision: 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567}
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

  private static final List<String> KEYS = List.of("path", "chart", "ref");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(ApplicationView application, Findings out) {
    if (application.set() != null && !application.set().patch().isEmpty()) {
      return;
    }
    boolean several = application.at("spec", "sources") != null;
    for (SourceView source : application.sources()) {
      if (source.repository().isEmpty()) {
        out.add(source.node(), "the source has no `repoURL`");
      } else if (!several && source.text("path").isEmpty() && source.text("chart").isEmpty()) {
        out.add(source.node(), "the source has neither `path` nor `chart`");
      } else if (KEYS.stream().allMatch(it -> source.text(it).isEmpty())) {
        out.add(source.node(), "the source has none of `path`, `chart` and `ref`");
      } else if (!source.text("chart").isEmpty() && source.text("targetRevision").isEmpty()) {
        out.add(source.node(), "the chart `" + source.text("chart") + "` has no version");
      }
    }
  }
}
