package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.AppliedTogether;
import dev.mayfly.lint.view.TemplateText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two Applications have the same name. */
public final class ApplicationTwice implements CorpusRule {
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
  public void check(Corpus corpus, Findings out) {
    AppliedTogether together = new AppliedTogether(corpus);
    Map<String, List<Resource>> seen = new HashMap<>();
    for (Resource resource : corpus.of(GroupKind.APPLICATION)) {
      String key = resource.namespace() + "/" + resource.name();
      boolean fixed = !resource.name().isEmpty() && !TemplateText.isTemplated(key);
      if (fixed && !corpus.mayChange(resource, "namePrefix", "nameSuffix", "namespace")) {
        List<Resource> others = seen.computeIfAbsent(key, name -> new ArrayList<>());
        others.stream()
            .filter(other -> together.holds(resource, other))
            .findFirst()
            .ifPresent(
                other ->
                    out.about(resource)
                        .add(
                            resource.subject(),
                            "`" + resource.name() + "` also stands in " + other.file()));
        others.add(resource);
      }
    }
  }
}
