package dev.mayfly.lint.rule.project;

import dev.mayfly.argocd.ProjectPermission;
import dev.mayfly.argocd.Verdict;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.SourcePaths;
import java.util.Optional;
import java.util.Set;

/** An overlay holds a kind that its project does not permit. */
public final class KindNotPermitted implements BoundRule {
  private static final RuleCard CARD =
      new RuleCard(
          "PJ100",
          "kind-not-permitted",
          Severity.ERROR,
          "an overlay holds a kind that its project does not permit",
          """
          The sync fails for the whole Application: one kind that is not listed keeps all
          others from being deployed.
          """,
          "add the kind to the project's whitelist, or take the object out",
          """
          # file: platform/project.yaml
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
          ---
          apiVersion: argoproj.io/v1alpha1
          kind: Application
          metadata: {name: shop-pr-17, namespace: argocd}
          spec:
            project: previews
            destination: {server: https://kubernetes.default.svc, namespace: pr-17-shop}
            source: {repoURL: https://github.com/acme/gitops.git, path: previews/shop/pr-17, targetRevision: main}
          # file: previews/shop/pr-17/object.yaml
          apiVersion: v1
          kind: Service
          metadata: {name: shop, namespace: pr-17-shop}
          """,
          """
          # file: platform/project.yaml
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
          ---
          apiVersion: argoproj.io/v1alpha1
          kind: Application
          metadata: {name: shop-pr-17, namespace: argocd}
          spec:
            project: previews
            destination: {server: https://kubernetes.default.svc, namespace: pr-17-shop}
            source: {repoURL: https://github.com/acme/gitops.git, path: previews/shop/pr-17, targetRevision: main}
          # file: previews/shop/pr-17/object.yaml
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: shop, namespace: pr-17-shop}
          """);

  private static final Set<String> CLUSTER_SCOPED =
      Set.of(
          "Namespace",
          "ClusterRole",
          "ClusterRoleBinding",
          "CustomResourceDefinition",
          "StorageClass");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(
      Corpus corpus, ApplicationView application, ProjectPermission project, Findings out) {
    application.sources().stream()
        .flatMap(source -> SourcePaths.of(corpus, application, source).stream())
        .distinct()
        .flatMap(folder -> corpus.inDirectory(folder).stream())
        .filter(it -> PreviewScope.overlay(it).isPresent())
        .forEach(it -> check(it, project, out));
  }

  private static void check(Resource object, ProjectPermission project, Findings out) {
    boolean local = object.annotation("config.kubernetes.io/local-config") != null;
    if (local || CLUSTER_SCOPED.contains(object.kind()) && !object.kind().equals("Namespace")) {
      return;
    }
    Verdict verdict =
        object.is(GroupKind.NAMESPACE)
            ? project.clusterKind("", "Namespace", Optional.of(object.name()))
            : project.namespacedKind(object.type().group(), object.kind());
    if (verdict instanceof Verdict.Denied denied) {
      out.about(object)
          .add(object.nearest("kind"), "project `" + project.name() + "`: " + denied.reason());
    }
  }
}
