package dev.mayfly.lint.rule.project;

import dev.mayfly.argocd.ProjectPermission;
import dev.mayfly.argocd.Verdict;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.PullRequestParameters;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.Optional;

/** `CreateNamespace=true` is not permitted by the project. */
public final class NamespaceNotPermitted implements BoundRule {
  private static final RuleCard CARD =
      new RuleCard(
          "PJ088",
          "namespace-not-permitted",
          Severity.ERROR,
          "`CreateNamespace=true` is not permitted by the project",
          """
          The Namespace that Argo CD would create goes through the project's check like any
          other object: the sync fails with `resource :Namespace is not permitted`.
          """,
          "add `{group: \"\", kind: Namespace}` with a name to `clusterResourceWhitelist`",
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
                syncPolicy: {automated: {prune: true, selfHeal: true}, syncOptions: [CreateNamespace=true]}
          ---
          apiVersion: argoproj.io/v1alpha1
          kind: AppProject
          metadata:
            name: previews
            namespace: argocd
            finalizers: [resources-finalizer.argocd.argoproj.io]
          spec:
            sourceRepos: [https://github.com/acme/shop.git, https://github.com/acme/gitops.git]
            destinations:
            - {server: https://kubernetes.default.svc, namespace: "pr-[0-9]*-shop"}
            namespaceResourceWhitelist:
            - {group: "", kind: ConfigMap}
            - {group: apps, kind: Deployment}
            orphanedResources: {warn: true}
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
          kind: AppProject
          metadata:
            name: previews
            namespace: argocd
            finalizers: [resources-finalizer.argocd.argoproj.io]
          spec:
            sourceRepos: [https://github.com/acme/shop.git, https://github.com/acme/gitops.git]
            destinations:
            - {server: https://kubernetes.default.svc, namespace: "pr-[0-9]*-shop"}
            clusterResourceWhitelist:
            - {group: "", kind: Namespace, name: "pr-[0-9]*-shop"}
            namespaceResourceWhitelist:
            - {group: "", kind: ConfigMap}
            - {group: apps, kind: Deployment}
            orphanedResources: {warn: true}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(
      Corpus corpus, ApplicationView application, ProjectPermission project, Findings out) {
    String written = application.text("spec", "destination", "namespace");
    Optional<String> namespace = TemplateText.evaluate(written, PullRequestParameters.SAMPLE);
    boolean made =
        TemplateText.hasActions(written)
            || PreviewScope.isPreviewName(written)
            || application.at("spec", "syncPolicy", "managedNamespaceMetadata") != null;
    for (ScalarNode option : Fields.texts(application.at("spec", "syncPolicy", "syncOptions"))) {
      boolean creates = option.text().equals("CreateNamespace=true");
      if (creates
          && project.clusterKind("", "Namespace", namespace) instanceof Verdict.Denied denied) {
        String reason = "project `" + project.name() + "`: " + denied.reason();
        if (made) {
          out.add(option, reason);
        } else {
          // A namespace that is there already is left alone (controller/sync_namespace.go).
          out.unverifiable(option, reason, "this fails unless `" + written + "` exists already");
        }
      }
    }
  }
}
