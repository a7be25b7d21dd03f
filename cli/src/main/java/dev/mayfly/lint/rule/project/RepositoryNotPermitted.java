package dev.mayfly.lint.rule.project;

import dev.mayfly.argocd.ProjectPermission;
import dev.mayfly.argocd.Verdict;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;

/** An Application reads a repository that its project does not permit. */
public final class RepositoryNotPermitted implements BoundRule {
  private static final RuleCard CARD =
      new RuleCard(
          "PJ095",
          "repository-not-permitted",
          Severity.ERROR,
          "an Application reads a repository that its project does not permit",
          """
          Argo CD reports InvalidSpecError and neither compares nor syncs the Application.
          """,
          "add the repository to `sourceRepos`, or correct the URL",
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
            sourceRepos: [https://github.com/acme/gitops.git]
            destinations:
            - {server: https://kubernetes.default.svc, namespace: "pr-[0-9]*-shop"}
            clusterResourceWhitelist:
            - {group: "", kind: Namespace, name: "pr-[0-9]*-shop"}
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
    for (SourceView source : application.sources()) {
      Node url = source.at("repoURL");
      boolean fixed = Fields.isSet(url) && !TemplateText.isTemplated(Fields.text(url));
      if (url != null
          && fixed
          && project.source(Fields.text(url)) instanceof Verdict.Denied denied) {
        out.add(url, "project `" + project.name() + "`: " + denied.reason());
      }
    }
  }
}
