package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.ScalarNode;
import java.util.Set;

/** A sync option keeps resources when the preview goes. */
public final class LeakingSyncOption implements PreviewRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS047",
          "leaking-sync-option",
          Severity.ERROR,
          "a sync option keeps resources when the preview goes",
          """
          `Delete=false`, `Prune=false` and `PrunePropagationPolicy=orphan` leave objects
          behind; `confirm` waits for a person who will not come. Both leak for every pull
          request.
          """,
          "take the option out",
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
              syncOptions: [Delete=false]
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

  private static final Set<String> LEAKING =
      Set.of(
          "Delete=false",
          "Delete=confirm",
          "Prune=false",
          "Prune=confirm",
          "PrunePropagationPolicy=orphan");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(ApplicationView application, Findings out) {
    for (ScalarNode option : Fields.texts(application.at("spec", "syncPolicy", "syncOptions"))) {
      if (LEAKING.contains(option.text())) {
        out.add(option, "`" + option.text() + "` leaves objects behind");
      }
    }
  }
}
