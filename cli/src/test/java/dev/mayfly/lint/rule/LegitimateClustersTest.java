package dev.mayfly.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.lint.Finding;
import org.junit.jupiter.api.Test;

/** What runs beside previews and is none of their business: no rule has a word to say. */
class LegitimateClustersTest {
  @Test
  void databasesWithAnArchive() {
    isSilent(
        """
        # file: db/cluster.yaml
        apiVersion: postgresql.cnpg.io/v1
        kind: Cluster
        metadata: {name: main, namespace: db, labels: {app.kubernetes.io/name: main}}
        spec:
          instances: 3
          imageName: ghcr.io/cloudnative-pg/postgresql:17.5
          inheritedMetadata: {labels: {app.kubernetes.io/name: main}}
          storage: {size: 100Gi, storageClass: fast}
          walStorage: {size: 10Gi, storageClass: fast}
          bootstrap: {initdb: {database: app, owner: app, postInitApplicationSQL: ["create extension pg_trgm"]}}
          managed: {roles: [{name: reader, ensure: present, login: true, inRoles: [pg_read_all_data], passwordSecret: {name: reader}}]}
          plugins: [{name: barman-cloud.cloudnative-pg.io, isWALArchiver: true, parameters: {barmanObjectName: store}}]
        ---
        apiVersion: postgresql.cnpg.io/v1
        kind: Backup
        metadata: {name: before-upgrade, namespace: db}
        spec: {cluster: {name: main}, method: plugin, pluginConfiguration: {name: barman-cloud.cloudnative-pg.io}}
        ---
        apiVersion: postgresql.cnpg.io/v1
        kind: Cluster
        metadata: {name: restored, namespace: db}
        spec:
          instances: 1
          imageName: ghcr.io/cloudnative-pg/postgresql:17.5
          storage: {size: 50Gi}
          bootstrap: {recovery: {backup: {name: before-upgrade}}}
        ---
        apiVersion: postgresql.cnpg.io/v1
        kind: ScheduledBackup
        metadata: {name: nightly, namespace: db}
        spec: {schedule: "0 0 3 * * *", cluster: {name: main}, method: plugin, pluginConfiguration: {name: barman-cloud.cloudnative-pg.io}}
        ---
        apiVersion: postgresql.cnpg.io/v1
        kind: Database
        metadata: {name: cnpg-docs, namespace: db}
        spec: {cluster: {name: main}, name: cnpg_docs, owner: app}
        """);
  }

  @Test
  void gatewaysOfSeveralKinds() {
    isSilent(
        """
        # file: gateway/gateway.yaml
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: {name: edge, namespace: gateway-system, annotations: {networking.gke.io/certmap: edge}}
        spec:
          gatewayClassName: gke-l7-global-external-managed
          listeners:
          - {name: http, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: All}}}
          - {name: https, port: 443, protocol: HTTPS, allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {edge: "true"}}}}}
          - {name: tls, port: 8443, protocol: TLS, tls: {mode: Passthrough}, hostname: "*.db.example.dev"}
        ---
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: redirect, namespace: gateway-system}
        spec:
          parentRefs: [{name: edge, sectionName: http}]
          rules: [{filters: [{type: RequestRedirect, requestRedirect: {scheme: https, statusCode: 301}}]}]
        ---
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: shop, namespace: shop, annotations: {external-dns.alpha.kubernetes.io/target: edge.example.dev}}
        spec:
          parentRefs: [{name: edge, namespace: gateway-system, sectionName: https}]
          hostnames: [shop.example.dev, www.example.dev]
          rules:
          - matches: [{path: {value: /api}}, {headers: [{name: x-beta, value: "1"}]}]
            timeouts: {request: 1m30s, backendRequest: 30s}
            filters: [{type: ResponseHeaderModifier, responseHeaderModifier: {set: [{name: x, value: "y"}]}}]
            backendRefs: [{name: shop, port: 80, weight: 90}, {name: shop-canary, port: 80, weight: 10}]
          - matches: [{path: {type: PathPrefix, value: /old}}]
            filters: [{type: URLRewrite, urlRewrite: {path: {type: ReplacePrefixMatch, replacePrefixMatch: /}}}]
            backendRefs: [{name: shop, namespace: shop-next, port: 80}]
        ---
        apiVersion: gateway.networking.k8s.io/v1
        kind: GRPCRoute
        metadata: {name: api, namespace: shop}
        spec: {parentRefs: [{name: edge, namespace: gateway-system}], rules: [{backendRefs: [{name: api, port: 9000}]}]}
        """);
  }

  @Test
  void plainFoldersForEveryEnvironment() {
    isSilent(
        """
        # file: k8s/dev/web.yaml
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: web, annotations: {argocd.argoproj.io/sync-options: Prune=false}}
        spec:
          selector: {matchLabels: {app: web}}
          template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: "web:1.2"}]}}
        # file: k8s/prod/web.yaml
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: web}
        spec:
          selector: {matchLabels: {app: web}}
          template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: "web:1.1"}]}}
        ---
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: q, namespace: web}
        spec: {hard: {requests.cpu: "1", limits.memory: 1Gi}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: web}
        spec: {type: LoadBalancer, ports: [{port: 80}]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: deny, namespace: web}
        spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
        # file: flux/kustomization.yaml
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: {name: apps, namespace: flux-system}
        spec: {interval: 10m, path: ./apps, prune: true, sourceRef: {kind: GitRepository, name: gitops}}
        # file: chart/Chart.yaml
        apiVersion: v2
        name: web
        version: 0.1.0
        # file: chart/values.yaml
        image: {repository: web, tag: ""}
        enabled: yes
        """);
  }

  @Test
  void aBaseWithPatches() {
    isSilent(
        """
        # file: base/patch-replicas.yaml
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec: {replicas: 3}
        # file: base/kustomization.yaml
        resources: [api.yaml]
        patches: [{path: patch-replicas.yaml}, {target: {kind: Deployment}, patch: "- {op: add, path: /metadata/labels, value: {a: b}}"}]
        configMapGenerator: [{name: env, literals: [A=1]}]
        # file: base/api.yaml
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          selector: {matchLabels: {app: api}}
          template: {metadata: {labels: {app: api}}, spec: {containers: [{name: api, image: api, env: [{name: PORT, value: "80"}]}]}}
        """);
  }

  private static void isSilent(String files) {
    assertThat(RuleExamples.lint(files, RuleCatalog.ALL))
        .filteredOn(finding -> !finding.rule().equals("YM003"))
        .extracting(Finding::toProblem)
        .isEmpty();
  }
}
