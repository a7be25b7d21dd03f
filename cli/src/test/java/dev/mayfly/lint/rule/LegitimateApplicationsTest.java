package dev.mayfly.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.lint.Finding;
import org.junit.jupiter.api.Test;

/** Repositories of Applications as their owners mean them: no rule has a word to say. */
class LegitimateApplicationsTest {
  @Test
  void anApplicationOfApplicationsWithValuesOfAnotherSource() {
    isSilent(
        """
        # file: bootstrap/root.yaml
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: root, namespace: argocd}
        spec:
          project: default
          source: {repoURL: https://github.com/acme/gitops.git, path: apps, targetRevision: main, directory: {recurse: true}}
          destination: {server: https://kubernetes.default.svc, namespace: argocd}
          syncPolicy: {automated: {prune: true, selfHeal: true}}
        # file: apps/shop/app.yaml
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata:
          name: shop
          namespace: argocd
          annotations: {argocd.argoproj.io/sync-wave: "1"}
        spec:
          project: shop
          sources:
          - repoURL: https://charts.example.com
            chart: shop
            targetRevision: 1.2.3
            helm:
              valueFiles: [$values/apps/shop/values.yaml, $ARGOCD_APP_NAME.yaml]
              ignoreMissingValueFiles: true
          - {repoURL: https://github.com/acme/gitops.git, targetRevision: main, ref: values}
          destination: {name: in-cluster, namespace: shop}
          syncPolicy:
            automated: {prune: true, selfHeal: true}
            syncOptions: [CreateNamespace=true, ServerSideApply=true, PruneLast=true]
            managedNamespaceMetadata: {labels: {team: shop}}
        # file: apps/shop/worker.yaml
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: shop-worker, namespace: argocd}
        spec:
          project: shop
          source: {repoURL: oci://registry.example.com/charts/worker, targetRevision: 2.0.0, path: .}
          destination: {server: https://kubernetes.default.svc, namespace: shop}
          syncPolicy: {}
        # file: apps/shop/values.yaml
        replicas: 3
        image: {tag: latest}
        # file: apps/shop/project.yaml
        apiVersion: argoproj.io/v1alpha1
        kind: AppProject
        metadata: {name: shop, namespace: argocd}
        spec:
          sourceRepos: ["*", "!https://github.com/evil/*"]
          destinations: [{server: "*", namespace: "*"}, {server: "*", namespace: "!kube-system"}]
          clusterResourceWhitelist: [{group: "*", kind: "*"}]
          roles:
          - {name: ci, policies: ["p, proj:shop:ci, applications, sync, shop/*, allow"], groups: [acme:ci]}
          syncWindows: [{kind: allow, schedule: "0 8 * * 1-5", duration: 10h, applications: ["*"]}]
        """);
  }

  @Test
  void aFolderForEveryClusterWithTheSameNames() {
    isSilent(
        """
        # file: clusters/dev/argocd/monitoring.yaml
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: monitoring, namespace: argocd}
        spec:
          project: default
          source: {repoURL: https://github.com/acme/gitops.git, path: base/monitoring, targetRevision: main}
          destination: {server: https://kubernetes.default.svc, namespace: monitoring}
        # file: clusters/prod/argocd/monitoring.yaml
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: monitoring, namespace: argocd}
        spec:
          project: default
          source: {repoURL: https://github.com/acme/gitops.git, path: base/monitoring, targetRevision: v1.4.0}
          destination: {server: https://kubernetes.default.svc, namespace: monitoring}
        # file: clusters/prod/argocd/monitoring-too.yaml
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: monitoring-dashboards, namespace: argocd}
        spec:
          project: default
          source: {repoURL: https://github.com/acme/gitops.git, path: base/dashboards, targetRevision: v1.4.0, kustomize: {namePrefix: x-}}
          destination: {server: https://kubernetes.default.svc, namespace: monitoring}
        """);
  }

  private static void isSilent(String files) {
    assertThat(RuleExamples.lint(files, RuleCatalog.ALL))
        .filteredOn(finding -> !finding.rule().equals("YM003"))
        .extracting(Finding::toProblem)
        .isEmpty();
  }
}
