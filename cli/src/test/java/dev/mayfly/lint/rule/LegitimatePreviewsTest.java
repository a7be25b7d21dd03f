package dev.mayfly.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.lint.Finding;
import org.junit.jupiter.api.Test;

/** Previews that somebody else built, with care: no rule has a word to say. */
class LegitimatePreviewsTest {
  @Test
  void chartsWithValuesOfThePullRequest() {
    isSilent(
        """
        # file: argocd/previews.yaml
        apiVersion: argoproj.io/v1alpha1
        kind: ApplicationSet
        metadata: {name: previews, namespace: argocd}
        spec:
          goTemplate: true
          goTemplateOptions: ["missingkey=error"]
          generators:
          - matrix:
              generators:
              - pullRequest:
                  github: {owner: acme, repo: shop, appSecretName: gh-app, labels: [preview]}
                  filters: [{branchMatch: "^feat/", targetBranchMatch: "^main$"}]
                  requeueAfterSeconds: 1800
                  values: {short: "{{ .head_short_sha_7 }}"}
              - list:
                  elements: [{component: web, port: "8080"}, {component: api, port: "9090"}]
          syncPolicy: {applicationsSync: sync}
          template:
            metadata:
              name: 'shop-{{ .component }}-pr-{{ .number }}'
              labels: {component: '{{ .component }}', branch: '{{ .branch | slugify 50 }}'}
              annotations: {title: '{{ .title | trunc 80 }}', labels: '{{ .labels | join "," }}'}
            spec:
              project: previews
              sources:
              - repoURL: https://charts.example.com
                chart: shop
                targetRevision: 2.1.0
                helm:
                  releaseName: 'shop-{{ .component }}-{{ .number }}'
                  valueFiles: [$pr/deploy/values.yaml]
                  valuesObject:
                    image: {tag: '{{ .values.short }}'}
                    host: '{{ .component }}-{{ .number }}.pr.example.dev'
              - {repoURL: https://github.com/acme/shop.git, targetRevision: '{{ .head_sha }}', ref: pr}
              destination: {server: https://kubernetes.default.svc, namespace: previews}
              syncPolicy: {automated: {prune: true, selfHeal: true}, retry: {limit: 3}}
        # file: argocd/project.yaml
        apiVersion: argoproj.io/v1alpha1
        kind: AppProject
        metadata: {name: previews, namespace: argocd, finalizers: [resources-finalizer.argocd.argoproj.io]}
        spec:
          sourceRepos: [https://charts.example.com, https://github.com/acme/shop.git, https://github.com/acme/gitops.git]
          destinations: [{server: https://kubernetes.default.svc, namespace: previews}, {server: https://kubernetes.default.svc, namespace: "preview-[0-9]*"}]
          clusterResourceWhitelist: [{group: "", kind: Namespace, name: "preview-[0-9]*"}]
          orphanedResources: {warn: true}
        """);
  }

  @Test
  void overlaysWithNamesOfTheirOwnKind() {
    isSilent(
        """
        # file: argocd/project.yaml
        apiVersion: argoproj.io/v1alpha1
        kind: AppProject
        metadata: {name: previews, namespace: argocd, finalizers: [resources-finalizer.argocd.argoproj.io]}
        spec:
          sourceRepos: [https://charts.example.com, https://github.com/acme/shop.git, https://github.com/acme/gitops.git]
          destinations: [{server: https://kubernetes.default.svc, namespace: previews}, {server: https://kubernetes.default.svc, namespace: "preview-[0-9]*"}]
          clusterResourceWhitelist: [{group: "", kind: Namespace, name: "preview-[0-9]*"}]
          orphanedResources: {warn: true}
        # file: argocd/pattern-b.yaml
        apiVersion: argoproj.io/v1alpha1
        kind: ApplicationSet
        metadata: {name: envs, namespace: argocd}
        spec:
          goTemplate: true
          goTemplateOptions: ["missingkey=error"]
          generators:
          - git: {repoURL: https://github.com/acme/gitops.git, revision: main, directories: [{path: "envs/pr-*"}]}
          template:
            metadata: {name: '{{ .path.basename }}'}
            spec:
              project: previews
              source: {repoURL: https://github.com/acme/gitops.git, targetRevision: main, path: '{{ .path.path }}'}
              destination: {server: https://kubernetes.default.svc, namespace: 'preview-{{ .path.basename | trimPrefix "pr-" }}'}
              syncPolicy: {automated: {prune: true, selfHeal: true}}
        # file: envs/pr-12/kustomization.yaml
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        namespace: preview-12
        resources: [../../base/web, namespace.yaml, quota.yaml, policy.yaml]
        images: [{name: web, newName: ghcr.io/acme/web, digest: "sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345"}]
        # file: envs/pr-12/namespace.yaml
        apiVersion: v1
        kind: Namespace
        metadata: {name: preview-12, labels: {pod-security.kubernetes.io/enforce: baseline}, annotations: {argocd.argoproj.io/sync-wave: "-1"}}
        # file: envs/pr-12/quota.yaml
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: q, namespace: preview-12}
        spec: {hard: {pods: "10", limits.memory: 4Gi}}
        ---
        apiVersion: v1
        kind: LimitRange
        metadata: {name: l, namespace: preview-12}
        spec: {limits: [{type: Container, max: {memory: 1Gi}}]}
        # file: envs/pr-12/policy.yaml
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: deny, namespace: preview-12}
        spec: {podSelector: {}, policyTypes: [Ingress]}
        # file: base/web/kustomization.yaml
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources: [web.yaml]
        # file: base/web/web.yaml
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 2
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: web, ports: [{containerPort: 8080}]}]}
        """);
  }

  private static void isSilent(String files) {
    assertThat(RuleExamples.lint(files, RuleCatalog.ALL))
        .filteredOn(finding -> !finding.rule().equals("YM003"))
        .extracting(Finding::toProblem)
        .isEmpty();
  }
}
