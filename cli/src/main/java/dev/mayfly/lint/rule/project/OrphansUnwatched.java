package dev.mayfly.lint.rule.project;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;

/** Leftovers of previews go unseen. */
public final class OrphansUnwatched implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "PJ091",
          "orphans-unwatched",
          Severity.NOTE,
          "leftovers of previews go unseen",
          """
          Without `orphanedResources` Argo CD does not say that a preview's namespace holds
          objects nobody owns.
          """,
          "set `orphanedResources: {warn: true}`",
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
  public void check(Corpus corpus, Findings out) {
    for (Resource project : PreviewProjects.of(corpus)) {
      if (project.at("spec", "orphanedResources") == null && !corpus.mayChange(project)) {
        out.about(project)
            .add(project.nearest("spec", "orphanedResources"), "orphans are not watched");
      }
    }
  }
}
