package dev.mayfly.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.lint.Finding;
import org.junit.jupiter.api.Test;

/** Hooks, waves, archives and owners as people mean them: no rule has a word to say. */
class LegitimateSyncsTest {
  @Test
  void anAppWithMigrationsSecretsAndAnAutoscaler() {
    isSilent(
        """
        # file: bootstrap/shop.yaml
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: shop, namespace: team-shop}
        spec:
          project: shop
          source: {repoURL: https://github.com/acme/gitops.git, path: apps/shop, targetRevision: main}
          destination: {server: https://kubernetes.default.svc, namespace: shop}
          syncPolicy: {automated: {prune: true, selfHeal: true}}
          ignoreDifferences:
          - {group: apps, kind: Deployment, jsonPointers: [/spec/template/metadata/annotations/acme.dev~1restarted]}
          - {group: admissionregistration.k8s.io, kind: MutatingWebhookConfiguration, jqPathExpressions: ['.webhooks[]?.clientConfig.caBundle']}
          - {kind: Secret, name: shop-db, jsonPointers: [/data]}
        # file: bootstrap/project.yaml
        apiVersion: argoproj.io/v1alpha1
        kind: AppProject
        metadata: {name: shop, namespace: argocd}
        spec:
          sourceRepos: [https://github.com/acme/gitops.git]
          sourceNamespaces: ["team-s*"]
          destinations: [{server: https://kubernetes.default.svc, namespace: shop}]
          clusterResourceWhitelist: [{group: "", kind: Namespace}]
        # file: apps/shop/namespace.yaml
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop, annotations: {argocd.argoproj.io/sync-wave: "-5"}}
        # file: apps/shop/secrets.yaml
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: {name: shop-db, namespace: shop, annotations: {argocd.argoproj.io/sync-wave: "-3"}}
        spec:
          refreshInterval: 1h
          secretStoreRef: {name: vault, kind: SecretStore}
          target: {name: shop-db, creationPolicy: Owner}
          data: [{secretKey: password, remoteRef: {key: shop/db}}]
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: shop, namespace: shop, annotations: {argocd.argoproj.io/sync-wave: "-3"}}
        data: {LEVEL: info}
        # file: apps/shop/migrate.yaml
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: migrate
          namespace: shop
          annotations: {argocd.argoproj.io/hook: Sync, argocd.argoproj.io/sync-wave: "-1", argocd.argoproj.io/hook-delete-policy: BeforeHookCreation}
        spec:
          template:
            spec:
              restartPolicy: Never
              containers:
              - name: migrate
                image: ghcr.io/acme/shop:1.0.0
                envFrom: [{secretRef: {name: shop-db}}, {configMapRef: {name: shop}}, {secretRef: {name: later, optional: true}}]
        # file: apps/shop/deployment.yaml
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: shop, namespace: shop}
        spec:
          selector: {matchLabels: {app: shop}}
          template:
            metadata: {labels: {app: shop}}
            spec:
              serviceAccountName: shop
              containers:
              - name: shop
                image: ghcr.io/acme/shop:1.0.0
                envFrom: [{secretRef: {name: shop-db}}]
              volumes: [{name: cache, emptyDir: {}}, {name: later, secret: {secretName: later, optional: true}}]
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: shop, namespace: shop}
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: later, namespace: shop, annotations: {argocd.argoproj.io/sync-wave: "3"}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: shop, namespace: shop}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: shop}
          minReplicas: 2
          maxReplicas: 5
        # file: argocd/webhook.yaml
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: {name: webhook, namespace: argocd}
        spec:
          refreshInterval: 1h
          secretStoreRef: {name: vault, kind: SecretStore}
          target: {name: argocd-secret, creationPolicy: Merge, deletionPolicy: Retain}
          data: [{secretKey: webhook.github.secret, remoteRef: {key: argocd/webhook}}]
        """);
  }

  @Test
  void aDatabaseAndTheDrillThatRestoresIt() {
    isSilent(
        """
        # file: databases/production.yaml
        apiVersion: postgresql.cnpg.io/v1
        kind: Cluster
        metadata: {name: shop-pg, namespace: shop}
        spec:
          instances: 3
          imageName: ghcr.io/cloudnative-pg/postgresql:17.5
          storage: {size: 20Gi}
          bootstrap: {initdb: {database: shop, owner: shop}}
          plugins:
          - {name: barman-cloud.cloudnative-pg.io, isWALArchiver: true, parameters: {barmanObjectName: backups}}
        ---
        apiVersion: barmancloud.cnpg.io/v1
        kind: ObjectStore
        metadata: {name: backups, namespace: shop}
        spec: {configuration: {destinationPath: "s3://backups/shop"}}
        # file: databases/drill.yaml
        apiVersion: postgresql.cnpg.io/v1
        kind: Cluster
        metadata: {name: shop-pg-drill, namespace: shop}
        spec:
          instances: 1
          imageName: ghcr.io/cloudnative-pg/postgresql:17.5
          storage: {size: 20Gi}
          bootstrap: {recovery: {source: shop-pg, database: shop, owner: shop}}
          externalClusters:
          - name: shop-pg
            plugin: {name: barman-cloud.cloudnative-pg.io, parameters: {barmanObjectName: backups}}
          plugins:
          - {name: barman-cloud.cloudnative-pg.io, isWALArchiver: true, parameters: {barmanObjectName: backups, serverName: shop-pg-drill-2}}
        """);
  }

  @Test
  void aChartWithValuesOfTheRepositoryAndASetWithAPatch() {
    isSilent(
        """
        # file: argocd/monitoring.yaml
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: monitoring, namespace: argocd}
        spec:
          project: default
          sources:
          - {repoURL: https://charts.example.com, chart: monitoring, targetRevision: 1.2.3, helm: {valueFiles: [$values/monitoring/values.yaml]}}
          - {repoURL: https://github.com/acme/gitops.git, targetRevision: main, ref: values, path: monitoring/extra}
          destination: {server: https://kubernetes.default.svc, namespace: monitoring}
        # file: monitoring/values.yaml
        replicas: 1
        # file: monitoring/extra/config.yaml
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: extra, namespace: monitoring}
        # file: tenants/config.yaml
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: tenant}
        # file: argocd/tenants.yaml
        apiVersion: argoproj.io/v1alpha1
        kind: ApplicationSet
        metadata: {name: tenants, namespace: argocd}
        spec:
          goTemplate: true
          goTemplateOptions: ["missingkey=error"]
          generators:
          - list: {elements: [{name: shop, values: {a: b}, m: {c: d}}, {name: pay, values: {a: c}, m: {c: e}}]}
          template:
            metadata: {name: "tenant-{{ .name }}", annotations: {all: '{{ merge (dict "x" "y") .m | toJson }}'}}
            spec:
              project: default
              destination: {server: https://kubernetes.default.svc, namespace: "tenant-{{ .name }}"}
              source:
                repoURL: https://github.com/acme/gitops.git
                path: tenants
                targetRevision: main
                helm: {valuesObject: {ingress: {host: "{{ .name }}.example.dev"}, empty: "", none: []}}
          templatePatch: |
            {{- if eq .name "shop" }}
            spec:
              revisionHistoryLimit: 3
              source: {targetRevision: "v{{ .name }}"}
            {{- end }}
        """);
  }

  private static void isSilent(String files) {
    assertThat(RuleExamples.lint(files, RuleCatalog.ALL))
        .filteredOn(finding -> !finding.rule().equals("YM003"))
        .extracting(Finding::toProblem)
        .isEmpty();
  }
}
