package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Edit;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A sync option that Argo CD does not know. */
public final class UnknownSyncOption implements ApplicationRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP070",
          "unknown-sync-option",
          Severity.ERROR,
          "a sync option that Argo CD does not know",
          """
          Unknown options are ignored without a word: the behaviour that was asked for never
          happens.
          """,
          "correct the spelling",
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
              syncOptions: [createNamespace=true]
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
              syncOptions: [CreateNamespace=false]
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(ApplicationView application, Findings out) {
    for (ScalarNode option : Fields.texts(application.at("spec", "syncPolicy", "syncOptions"))) {
      String text = option.text();
      if (!KNOWN.contains(text) && !TemplateText.isTemplated(text)) {
        List<Edit> fix =
            KNOWN.stream()
                .filter(it -> it.equalsIgnoreCase(text.replace(" ", "")))
                .findFirst()
                .map(it -> Edit.replace(option.location(), it))
                .orElse(List.of());
        out.add(option, "`" + text + "` is no sync option; " + NearMiss.hint(text, KNOWN), fix);
      }
    }
  }

  /** Argo CD docs, Sync Options; those that only annotations of resources can carry are left in. */
  private static final Set<String> KNOWN =
      new TreeSet<>(
          Set.of(
              "CreateNamespace=true",
              "CreateNamespace=false",
              "Prune=true",
              "Prune=false",
              "Prune=confirm",
              "Delete=true",
              "Delete=false",
              "Delete=confirm",
              "PruneLast=true",
              "PruneLast=false",
              "PrunePropagationPolicy=foreground",
              "PrunePropagationPolicy=background",
              "PrunePropagationPolicy=orphan",
              "Validate=true",
              "Validate=false",
              "SkipDryRunOnMissingResource=true",
              "SkipDryRunOnMissingResource=false",
              "ApplyOutOfSyncOnly=true",
              "ApplyOutOfSyncOnly=false",
              "Replace=true",
              "Replace=false",
              "Force=true",
              "Force=false",
              "ServerSideApply=true",
              "ServerSideApply=false",
              "FailOnSharedResource=true",
              "FailOnSharedResource=false",
              "RespectIgnoreDifferences=true",
              "RespectIgnoreDifferences=false",
              "ClientSideApplyMigration=true",
              "ClientSideApplyMigration=false"));
}
