package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.PreviewSources;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/** The namespace outlives the preview. */
public final class LeakedNamespace implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS045",
          "leaked-namespace",
          Severity.WARNING,
          "the namespace outlives the preview",
          """
          A namespace made by `CreateNamespace=true` carries no tracking id, so cascading
          deletion does not see it: it stays after the Application is gone, with whatever was
          created in it by hand.
          """,
          "render a `Namespace` at the lowest sync wave, or give it the tracking-id annotation",
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
              syncOptions: [CreateNamespace=true]
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

  private static final String TRACKING_ID = "argocd.argoproj.io/tracking-id";

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    PreviewSources sources = new PreviewSources(corpus);
    for (GroupKind kind : List.of(GroupKind.APPLICATION, GroupKind.APPLICATION_SET)) {
      for (Resource resource : corpus.of(kind)) {
        ApplicationView.of(resource).stream()
            .filter(ApplicationView::isPreview)
            // With the Namespace among the objects Argo CD does not create it by itself.
            .filter(application -> !sources.bringsNamespace(application))
            .forEach(application -> check(application, out.about(resource)));
      }
    }
  }

  private static void check(ApplicationView application, Findings out) {
    Node tracking =
        application.at(
            "spec", "syncPolicy", "managedNamespaceMetadata", "annotations", TRACKING_ID);
    String namespace = application.text("spec", "destination", "namespace");
    boolean own = TemplateText.hasActions(namespace) || PreviewScope.isPreviewName(namespace);
    if (tracking == null && own) {
      for (ScalarNode option : Fields.texts(application.at("spec", "syncPolicy", "syncOptions"))) {
        if (option.text().equals("CreateNamespace=true")) {
          out.add(option, "Argo CD creates this namespace and never deletes it");
        }
      }
    }
  }
}
