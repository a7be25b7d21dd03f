package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.Node;

/** A source hydrator lacks what it needs. */
public final class IncompleteHydrator implements ApplicationRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP087",
          "incomplete-hydrator",
          Severity.ERROR,
          "a source hydrator lacks what it needs",
          """
          Argo CD reports InvalidSpecError: nothing is hydrated and nothing synced.
          """,
          "set `drySource.repoURL` and the target branches",
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
            sourceHydrator: {drySource: {path: deploy}, syncSource: {targetBranch: out, path: shop}}
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
            sourceHydrator: {drySource: {repoURL: https://github.com/acme/shop.git, path: deploy}, syncSource: {targetBranch: out, path: shop}}
            syncPolicy:
              automated: {prune: true, selfHeal: true}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(ApplicationView application, Findings out) {
    Node hydrator = application.at("spec", "sourceHydrator");
    if (hydrator == null || !Fields.isSet(hydrator)) {
      return;
    }
    if (!Fields.isSet(hydrator.at("drySource", "repoURL"))) {
      out.add(hydrator, "`drySource.repoURL` is missing");
    }
    if (!Fields.isSet(hydrator.at("syncSource", "targetBranch"))) {
      out.add(hydrator, "`syncSource.targetBranch` is missing");
    }
    Node target = hydrator.at("hydrateTo");
    if (target != null && !Fields.isSet(target.at("targetBranch"))) {
      out.add(target, "`hydrateTo.targetBranch` is missing");
    }
  }
}
