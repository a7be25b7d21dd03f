package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;

/** A destination names its cluster twice, or not at all. */
public final class AmbiguousDestination implements UnchangedRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP075",
          "ambiguous-destination",
          Severity.ERROR,
          "a destination names its cluster twice, or not at all",
          """
          Argo CD finds a cluster by `server` or by `name`. With both, or neither, the
          Application is invalid and nothing is synced.
          """,
          "name the cluster once, by `server` or by `name`",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: Application
          metadata:
            name: shop-pr-17
            namespace: argocd
            finalizers: [resources-finalizer.argocd.argoproj.io]
          spec:
            project: previews
            destination: {server: https://kubernetes.default.svc, name: in-cluster, namespace: pr-17-shop}
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
    Node destination = application.at("spec", "destination");
    if (!(destination instanceof MapNode) || application.isPatched("destination")) {
      return;
    }
    boolean server = Fields.isSet(application.at("spec", "destination", "server"));
    boolean name = Fields.isSet(application.at("spec", "destination", "name"));
    if (server && name) {
      Node at = application.at("spec", "destination", "name");
      out.add(at == null ? destination : at, "the destination has both `server` and `name`");
    } else if (!server && !name) {
      out.add(
          application.nearest("spec", "destination"),
          "the destination has neither `server` nor `name`");
    }
  }
}
