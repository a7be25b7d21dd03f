package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.AppliedTogether;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Previews share the namespace of something that is no preview. */
public final class NamespaceInUse implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP089",
          "namespace-in-use",
          Severity.ERROR,
          "previews share the namespace of something that is no preview",
          """
          A pull request then deploys beside what other people rely on: an object with the same
          name is replaced, and deleted with the preview.
          """,
          "give previews namespaces of their own, or set `FailOnSharedResource=true`",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            generators:
            - pullRequest:
                github: {owner: acme, repo: shop, labels: [preview], tokenRef: {secretName: forge, key: token}}
                filters: [{targetBranchMatch: "^main$"}]
            template:
              metadata:
                name: shop-pr-{{ .number }}
              spec:
                project: previews
                destination: {server: https://kubernetes.default.svc, namespace: shop}
                source: {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: "{{ .head_sha }}"}
                syncPolicy: {automated: {prune: true, selfHeal: true}}
          ---
          apiVersion: argoproj.io/v1alpha1
          kind: Application
          metadata:
            name: shop
            namespace: argocd
            finalizers: [resources-finalizer.argocd.argoproj.io]
          spec:
            project: previews
            destination: {server: https://kubernetes.default.svc, namespace: shop}
            sources:
            - {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567}
            - {repoURL: https://github.com/acme/gitops.git, path: previews/shop/pr-17, targetRevision: main}
            syncPolicy:
              automated: {prune: true, selfHeal: true}
          """,
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            generators:
            - pullRequest:
                github: {owner: acme, repo: shop, labels: [preview], tokenRef: {secretName: forge, key: token}}
                filters: [{targetBranchMatch: "^main$"}]
            template:
              metadata:
                name: shop-pr-{{ .number }}
              spec:
                project: previews
                destination: {server: https://kubernetes.default.svc, namespace: "pr-{{ .number }}-shop"}
                source: {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: "{{ .head_sha }}"}
                syncPolicy: {automated: {prune: true, selfHeal: true}}
          ---
          apiVersion: argoproj.io/v1alpha1
          kind: Application
          metadata:
            name: shop
            namespace: argocd
            finalizers: [resources-finalizer.argocd.argoproj.io]
          spec:
            project: previews
            destination: {server: https://kubernetes.default.svc, namespace: shop}
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
  public void check(Corpus corpus, Findings out) {
    AppliedTogether together = new AppliedTogether(corpus);
    Map<String, Resource> owners = new HashMap<>();
    List<ApplicationView> previews = new ArrayList<>();
    for (Resource resource : corpus.resources()) {
      for (ApplicationView application : ApplicationView.of(resource)) {
        if (application.isPreview()) {
          previews.add(application);
        } else {
          owners.putIfAbsent(destination(application), resource);
        }
      }
    }
    for (ApplicationView preview : previews) {
      Node namespace = preview.at("spec", "destination", "namespace");
      Resource owner = owners.get(destination(preview));
      boolean guarded =
          preview.syncOption("FailOnSharedResource").filter("true"::equals).isPresent();
      boolean fixed = !TemplateText.isTemplated(destination(preview));
      if (namespace != null && Fields.isSet(namespace) && fixed && owner != null && !guarded) {
        boolean meet = together.holds(preview.resource(), owner);
        out.about(preview.resource())
            .add(
                meet ? Severity.ERROR : Severity.WARNING,
                namespace,
                "`" + Fields.text(namespace) + "` is also the namespace of " + owner.title());
      }
    }
  }

  private static String destination(ApplicationView application) {
    return application.text("spec", "destination", "server")
        + application.text("spec", "destination", "name")
        + " "
        + application.text("spec", "destination", "namespace");
  }
}
