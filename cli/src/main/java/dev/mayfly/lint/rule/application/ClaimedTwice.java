package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import java.util.List;

/** Two Applications deploy the same path into the same place. */
public final class ClaimedTwice implements RivalRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP091",
          "claimed-twice",
          Severity.ERROR,
          "two Applications deploy the same path into the same place",
          """
          Both own every object of the path: each sees the other's tracking id as drift, and
          pruning one deletes what the other needs.
          """,
          "keep one of them, or give them different namespaces",
          """
          # file: apps/shop.yaml
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
          # file: apps/store.yaml
          apiVersion: argoproj.io/v1alpha1
          kind: Application
          metadata:
            name: shop-pr-17-again
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
          """,
          """
          # file: apps/shop.yaml
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
          # file: apps/store.yaml
          apiVersion: argoproj.io/v1alpha1
          kind: Application
          metadata:
            name: shop-pr-18
            namespace: argocd
            finalizers: [resources-finalizer.argocd.argoproj.io]
          spec:
            project: previews
            destination: {server: https://kubernetes.default.svc, namespace: pr-18-shop}
            sources:
            - {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567}
            - {repoURL: https://github.com/acme/gitops.git, path: previews/shop/pr-18, targetRevision: main}
            syncPolicy:
              automated: {prune: true, selfHeal: true}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public List<Claim> claims(Corpus corpus, Resource application) {
    ApplicationView view = ApplicationView.of(application).getFirst();
    return view.sources().stream()
        .filter(source -> !source.text("path").isEmpty() && source.types().isEmpty())
        .map(
            source ->
                new Claim(
                    String.join(" ", source.repository(), source.text("path"), place(view)),
                    source.node()))
        .toList();
  }

  @Override
  public String message(Resource application, Resource other) {
    return other.name().equals(application.name())
        ? ""
        : other.title() + " deploys this path to the same place";
  }

  private static String place(ApplicationView application) {
    return application.text("spec", "destination", "server")
        + application.text("spec", "destination", "name")
        + " "
        + application.text("spec", "destination", "namespace");
  }
}
