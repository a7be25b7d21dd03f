package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import java.util.List;

/** Two Applications have the same name. */
public final class ApplicationTwice implements RivalRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP088",
          "application-twice",
          Severity.ERROR,
          "two Applications have the same name",
          """
          In one namespace the later one replaces the earlier; which is later depends on the
          order of sync, and the two take turns for ever.
          """,
          "rename one of them",
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
    boolean fixed =
        !application.name().isEmpty()
            && !corpus.mayChange(application, "namePrefix", "nameSuffix", "namespace");
    String key = application.namespace() + "/" + application.name();
    return fixed ? List.of(new Claim(key, application.subject())) : List.of();
  }

  @Override
  public String message(Resource application, Resource other) {
    return "`" + application.name() + "` also stands in " + other.file();
  }
}
