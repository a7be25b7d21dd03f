package dev.mayfly.manifest;

import java.util.LinkedHashMap;
import java.util.Map;

/** The examples, and drafts made from them that together use every field of {@code mayfly.yaml}. */
final class PlatformDrafts {
  private PlatformDrafts() {}

  static Map<String, YamlDraft> all() {
    YamlDraft primitives = YamlDraft.example("primitives");
    YamlDraft overlay = YamlDraft.example("monolith-overlay");
    Map<String, YamlDraft> drafts = new LinkedHashMap<>();
    drafts.put("primitives", primitives);
    drafts.put("monolith", YamlDraft.example("monolith"));
    drafts.put("monolith-overlay", overlay);
    drafts.put(
        "every optional field",
        primitives
            .with("spec.argocd.syncTimeout", "12m")
            .with("spec.argocd.webhook.serverHost", "argocd-hooks.example.dev")
            .with("spec.argocd.webhook.secretMode", "merge")
            .with("spec.argocd.webhook.secret.kind", "SecretStore")
            .with(
                "spec.argocd.notifications",
                "{secretKey: forge_key, githubApp: {id: \"12\", installation: \"34\"}, url:"
                    + " \"https://argocd.example.dev\", comment: false}")
            .with("spec.gitops.removal", "push")
            .with("spec.admission.forks", "[friend/primitives]")
            .with("spec.admission.authors", "[\"dependabot[bot]\"]")
            .with("spec.namespace.strategy", "create-namespace")
            .with("spec.namespace.egress.0.podLabels", "{app.kubernetes.io/name: temporal}")
            .with("spec.namespace.egress.2", "{cidr: 10.20.0.0/16, ports: [5432, 6379]}")
            .with(
                "spec.namespace.egress.3",
                "{internet: true, ipv6: true, except: [203.0.113.0/24], ports: [443]}")
            .with(
                "spec.namespace.ingress",
                "[{namespace: monitoring, podLabels: {app: prometheus}, ports: [9090]}]")
            .with(
                "spec.namespace.dns",
                "{kind: node-local, namespace: dns, podLabels: {app: dns}, port: 5353, addresses:"
                    + " [10.96.0.10]}")
            .with("spec.namespace.apiServer", "{cidr: 10.0.0.1/32, port: 6443}")
            .with("spec.exposure.gateway.proxyNamespace", "envoy-gateway-system")
            .with(
                "spec.exposure.own",
                "{kind: listener-set, className: envoy, issuer: letsencrypt, issuerKind: Issuer}")
            .with("spec.exposure.access", "{kind: none}")
            .with("spec.naming.namespace", "pr-${pr.number}-${app.name}")
            .with("spec.storage.classes", "[{name: fast, provisioner: driver.longhorn.io}]")
            .with(
                "spec.storage.snapshotClasses",
                "[{name: snap, driver: driver.longhorn.io, parameters: {type: snap}}]")
            .with(
                "spec.lint.severities",
                "[{rule: AS012, severity: note, reason: our forge needs it}, {rule: AS020, severity:"
                    + " error}]")
            .with("spec.apps.0.repositoryUrl", "git@github.com:acme/primitives.git")
            .with(
                "spec.apps.0.database.migrationCheck",
                "{table: schema_migrations, keeps: latest, order: number, image:"
                    + " 'ghcr.io/cloudnative-pg/postgresql:17.5@sha256:"
                    + "a".repeat(64)
                    + "'}")
            .with("spec.apps.0.workload", "{requests: {cpu: 100m}, limits: {memory: 512Mi}}")
            .with("spec.apps.0.projectId", "\"42\"")
            .with("spec.apps.0.images.0.unchanged", "target-branch")
            .with("spec.apps.0.thirdParty", "[docker.io/library/postgres, \"quay.io/minio/*\"]")
            .with("spec.apps.0.bindings.provided", "[pull-secret]")
            .with("spec.apps.0.bindings.secrets.0.type", "kubernetes.io/tls")
            .with("spec.apps.0.bindings.secrets.0.kind", "ClusterSecretStore"));
    drafts.put(
        "latest snapshot, schedule, GitLab",
        overlay
            .with("spec.forge", "{kind: gitlab, url: https://gitlab.example.dev}")
            .with(
                "spec.apps.0.database.snapshot",
                "{from: latest, class: longhorn-snap, schedule: 0 0 3 * * *, namespace:"
                    + " monolith, maxAgeDays: 2, keepDays: 14}")
            .with(
                "spec.apps.0.database.migrationCheck",
                "{table: atlas_schema_revisions.atlas_schema_revisions, column: version,"
                    + " deadlineSeconds: 60, requests: {cpu: 20m}, limits: {memory: 64Mi}}")
            .with("spec.apps.0.bundle.dependencies", "[\"oci://ghcr.io/acme/charts\"]")
            .with("spec.apps.0.database.namespace", "monolith"));
    drafts.put(
        "a bundle of the GitOps repository",
        primitives.with("spec.apps.0.bundle.from", "{gitops: true}"));
    drafts.put(
        "a chart of another repository, value files",
        overlay
            .with("spec.apps.0.bundle.from", "{repository: acme/charts, revision: v1.4.2}")
            .with(
                "spec.apps.0.bundle.valueFiles",
                "[values-preview.yaml, {repository: config/web.yaml}, {gitops: values/web.yaml}]"));
    drafts.put(
        "a chart of a registry",
        overlay.with(
            "spec.apps.0.bundle",
            "{kind: helm, from: {registry: 'oci://ghcr.io/acme/charts', chart: app, version:"
                + " 2.3.1}}"));
    drafts.put(
        "named backup, Gitea",
        overlay
            .with("spec.forge", "{kind: gitea, url: https://git.example.dev}")
            .with(
                "spec.apps.0.database.snapshot", "{from: named, backup: nightly, maxAgeDays: 30}"));
    drafts.put(
        "named volume snapshot, no forge",
        overlay
            .with("spec.forge", "{kind: none}")
            .with("spec.apps.0.repositoryUrl", "ssh://git@git.example.dev/homelab.git")
            .with(
                "spec.apps.0.database.snapshot",
                "{from: named, volumeSnapshot: nightly.1, maxAgeDays: 30}"));
    drafts.put(
        "ephemeral database",
        primitives.with(
            "spec.apps.0.database",
            "{mode: ephemeral, name: orders, owner: orders, storage: {size: 1Gi}, requests:"
                + " {memory: 256Mi}, migrationCheck: {table: flyway_schema_history}, image: 'ghcr.io/cloudnative-pg/postgresql:17.5@sha256:"
                + "a".repeat(64)
                + "'}"));
    drafts.put(
        "people by team, a cluster by name",
        primitives
            .with("spec.argocd.cluster", "{name: preview-cluster}")
            .with("spec.gitops.path", "clusters/preview")
            .with("spec.apps.0.extras", "[oauth2-proxy, seed]")
            .with(
                "spec.admission.authors",
                "{users: [mara], teams: [acme/web], organization: acme, none: [\"renovate[bot]\"]}")
            .with(
                "spec.admission.forks",
                "{repositories: [friend/primitives], teams: [acme/web], members: acme}")
            .with("spec.admission.targetBranches", "[main, \"release/*\"]")
            .with(
                "spec.admission.labels",
                "{all: [\"env: preview \ud83d\ude80\"], none: [\"no/preview\"]}"));
    drafts.put(
        "by Ingress, a Secret, several routes",
        primitives
            .without("spec.exposure.gateway")
            .with(
                "spec.exposure.ingress",
                "{class: nginx, controller: ingress-nginx, tls: {secret: wildcard}, annotations:"
                    + " {nginx.ingress.kubernetes.io/proxy-body-size: 20m}}")
            .with("spec.exposure.wildcards", "[api.preview.example.dev]")
            .with("spec.apps.0.bindings.provided", "[wildcard]")
            .without("spec.apps.0.service")
            .with(
                "spec.apps.0.routes",
                "[{name: web, host: 'web-${pr.number}', service: web, port: 80, targetPort: 8080,"
                    + " path: /, primary: true}, {host: '${pr.number}.api', service: api, port:"
                    + " 8080}, {name: own, host: 'own-${pr.number}', bundle: true, targetPort:"
                    + " 9090, primary: false}]"));
    drafts.put(
        "by Ingress, an issuer",
        overlay
            .without("spec.exposure.gateway")
            .with("spec.exposure.access", "{kind: none}")
            .with(
                "spec.exposure.ingress",
                "{class: traefik, controller: traefik, tls: {issuer: acme, issuerKind: Issuer}}"));
    drafts.put(
        "by a load balancer",
        primitives
            .without("spec.exposure.gateway")
            .with("spec.exposure.ingress", "{class: alb}")
            .with(
                "spec.namespace.ingress",
                "[{cidr: 10.30.64.0/20, ports: [8080]}, {namespace: monitoring}]"));
    drafts.put("no way in", primitives.without("spec.exposure").without("spec.apps.0.service"));
    drafts.put(
        "a login at the gateway",
        primitives.with(
            "spec.exposure.access",
            "{kind: oidc, issuer: 'https://login.acme.dev/realms/previews', clientId: previews,"
                + " clientSecret: {store: vault, key: previews/login, kind: SecretStore},"
                + " atGateway: true, catchAll: true}"));
    drafts.put(
        "Cloudflare at every host of the gateway",
        primitives.with(
            "spec.exposure.access",
            "{kind: cloudflare, team: acme, verifyAtGateway: true, catchAll: true, audience: '"
                + "b".repeat(64)
                + "'}"));
    drafts.put(
        "networks alone",
        primitives.with(
            "spec.exposure.access",
            "{kind: network, networks: [203.0.113.0/24, 10.8.0.0/16], atGateway: true, catchAll: true}"));
    drafts.put("no database", primitives.with("spec.apps.0.database", "{mode: none}"));
    return drafts;
  }
}
