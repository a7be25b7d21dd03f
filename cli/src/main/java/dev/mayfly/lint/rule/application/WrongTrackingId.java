package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PullRequestParameters;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import java.util.Optional;

/** The namespace's tracking id names something else. */
public final class WrongTrackingId implements PreviewRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS046",
          "wrong-tracking-id",
          Severity.ERROR,
          "the namespace's tracking id names something else",
          """
          The namespace is deleted with the preview only if the id is exactly
          `app:/Namespace:/namespace`. Any other value leaves it behind, or ties it to another
          Application.
          """,
          "write `<application>:/Namespace:/<namespace>`",
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
              managedNamespaceMetadata:
                annotations: {argocd.argoproj.io/tracking-id: "shop:/Namespace:/pr-17-shop"}
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
              syncOptions: [CreateNamespace=true]
              managedNamespaceMetadata:
                annotations: {argocd.argoproj.io/tracking-id: "shop-pr-17:/Namespace:/pr-17-shop"}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(ApplicationView application, Findings out) {
    Node id =
        application.at(
            "spec",
            "syncPolicy",
            "managedNamespaceMetadata",
            "annotations",
            "argocd.argoproj.io/tracking-id");
    String wanted =
        application.text("metadata", "name")
            + ":/Namespace:/"
            + application.text("spec", "destination", "namespace");
    if (id == null) {
      return;
    }
    Optional<String> is = TemplateText.evaluate(Fields.text(id), PullRequestParameters.SAMPLE);
    Optional<String> should = TemplateText.evaluate(wanted, PullRequestParameters.SAMPLE);
    boolean comparable = is.isPresent() && should.isPresent();
    if (comparable && !is.equals(should)) {
      out.add(id, "the id should be `" + wanted + "`");
    }
  }
}
