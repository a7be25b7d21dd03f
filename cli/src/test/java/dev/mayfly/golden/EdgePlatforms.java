package dev.mayfly.golden;

import dev.mayfly.manifest.YamlDraft;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Every kind of route, of access and of traffic, for whatever else a platform is: each by itself
 * would be a matrix of its own, so that those of one platform are as different as can be.
 */
final class EdgePlatforms {
  private static final String WEBHOOK = "spec.argocd.webhook.ingress";
  private static final String SECOND =
      "{host: 'api-${pr.number}', name: api, service: '${preview.application}-api', port: 8080, targetPort: 9090}";

  private EdgePlatforms() {}

  /** Changes of a platform that is reached by a Gateway, by name. */
  static Map<String, UnaryOperator<YamlDraft>> all() {
    Map<String, UnaryOperator<YamlDraft>> edges = new LinkedHashMap<>();
    edges.put("several hosts behind a login", EdgePlatforms::hosts);
    edges.put("an ingress controller for named networks", EdgePlatforms::controller);
    edges.put("a route of the bundle's own", EdgePlatforms::ownRoute);
    edges.put("a load balancer outside the cluster", EdgePlatforms::balancer);
    return edges;
  }

  private static YamlDraft hosts(YamlDraft draft) {
    return webhook(draft, "{class: nginx, tls: {secret: hooks}}")
        .with("spec.exposure.wildcards", "[api.preview.example.dev]")
        .with(
            "spec.exposure.access",
            "{kind: oidc, issuer: 'https://login.acme.dev/', clientId: previews, clientSecret: {store: vault,"
                + " key: previews/login}, atGateway: true, catchAll: true}")
        .with(
            "spec.namespace.egress",
            "[{internet: true, ipv6: true, except: ['2001:db8::/32', 203.0.113.0/24], ports: [443, 465]},"
                + " {cidr: 10.20.0.0/16, port: 5432}, {cidr: 'fd00:20::/48', port: 5432}, {namespace: kafka, ports: [9092, 9093]}]")
        .with(
            "spec.namespace.ingress",
            "[{namespace: monitoring, podLabels: {app: prometheus}}, {cidr: 'fd00:30::/64', ports: [8080]}]")
        .with("spec.namespace.dns", "{kind: openshift}")
        .without("spec.apps.0.service")
        .with(
            "spec.apps.0.routes",
            "[{host: 'web-${pr.number}', name: web, service: '${preview.application}', port: 80, targetPort: 8080, primary: true},"
                + " {host: 'web-${pr.number}', path: /admin, name: admin, service: '${preview.application}-api', port: 8080, targetPort: 9090},"
                + " {host: '${pr.number}.api', name: api, service: '${preview.application}-api', port: 8080}]");
  }

  private static YamlDraft controller(YamlDraft draft) {
    return webhook(draft, "{class: nginx, tls: {issuer: acme, issuerKind: Issuer}}")
        .without("spec.exposure.gateway")
        .with(
            "spec.exposure.ingress",
            "{class: nginx, controller: ingress-nginx, tls: {issuer: acme}, annotations:"
                + " {nginx.ingress.kubernetes.io/whitelist-source-range: 203.0.113.0/24}}")
        .with(
            "spec.exposure.access",
            "{kind: network, networks: [203.0.113.0/24, 'fd00:8::/48', office-vpn]}")
        .with("spec.namespace.dns", "{kind: node-local, addresses: [169.254.20.10, 'fd00:10::a']}")
        .without("spec.apps.0.service")
        .with(
            "spec.apps.0.routes",
            "[{service: '${preview.application}', name: web, port: 80, primary: true}, "
                + SECOND.replace("api-${pr.number}", "${pr.number}.api")
                + "]");
  }

  private static YamlDraft ownRoute(YamlDraft draft) {
    return webhook(draft, "{class: traefik}")
        .without("spec.exposure.gateway")
        .with("spec.exposure.access", "{kind: oidc, issuer: 'https://login.acme.dev/realms/staff'}")
        .with("spec.namespace.ingress", "[{namespace: traefik, ports: [8080]}]")
        .without("spec.apps.0.service")
        .with("spec.apps.0.routes", "[{host: 'web-${pr.number}', bundle: true}]")
        .with(
            "spec.apps.0.resources",
            "[{group: '', kind: Service}, {group: apps, kind: Deployment}, {group: traefik.io, kind: IngressRoute},"
                + " {group: traefik.io, kind: Middleware}, {group: networking.k8s.io, kind: Ingress}]");
  }

  private static YamlDraft balancer(YamlDraft draft) {
    return webhook(
            draft, "{class: alb, annotations: {alb.ingress.kubernetes.io/scheme: internet-facing}}")
        .without("spec.exposure.gateway")
        .with(
            "spec.exposure.ingress",
            "{class: alb, annotations: {alb.ingress.kubernetes.io/group.name: previews}}")
        .with(
            "spec.exposure.access",
            "{kind: cloudflare, team: acme, audience: '" + "b".repeat(64) + "'}")
        .with(
            "spec.namespace.ingress",
            "[{cidr: 10.30.64.0/20, ports: [8080]}, {cidr: 'fd00:30::/56'}]");
  }

  private static YamlDraft webhook(YamlDraft draft, String ingress) {
    return draft
        .with(
            "spec.argocd.webhook",
            "{host: hooks.example.dev, secret: {store: vault, key: argocd/webhook}}")
        .with(WEBHOOK, ingress);
  }
}
