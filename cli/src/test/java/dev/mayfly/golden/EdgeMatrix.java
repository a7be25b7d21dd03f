package dev.mayfly.golden;

import dev.mayfly.manifest.YamlDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Each way to previews with each kind of access, however they are delivered and whatever namespace
 * they have.
 */
public final class EdgeMatrix {
  private static final List<String> WAYS = List.of("gateway", "own", "ingress", "listed", "none");

  private static final Map<String, String> ACCESS =
      new TreeMap<>(
          Map.of(
              "cloudflare",
              "{kind: cloudflare, team: acme, audience: '"
                  + "b".repeat(64)
                  + "', verifyAtGateway: true, catchAll: true}",
              "oidc",
              "{kind: oidc, issuer: 'https://login.acme.dev/realms/staff', clientId: previews, clientSecret:"
                  + " {store: vault, key: previews/login}, atGateway: true, catchAll: true}",
              "network",
              "{kind: network, networks: [203.0.113.0/24, 'fd00:8::/48'], atGateway: true, catchAll: true}",
              "none",
              "{kind: none}"));

  private static final Map<String, String> CERTIFICATES =
      Map.of(
          "cloudflare", "",
          "oidc", ", tls: {secret: wildcard}",
          "network", ", tls: {issuer: acme}",
          "none", ", tls: {issuer: acme, issuerKind: Issuer}");

  /** Of the admission policy and the ApplicationSet, what speaks of the way to a preview. */
  private static final String IN_PART =
      ".*message: .*(route|Ingress|gateway|host only|leads).*|.*link\\.argocd.*";

  private EdgeMatrix() {}

  /** Every combination, by name; without a way there is nothing to guard. */
  public static Map<String, YamlDraft> all() {
    Map<String, YamlDraft> all = new LinkedHashMap<>();
    for (String delivery : PlatformMatrix.DELIVERIES) {
      for (String namespace : PlatformMatrix.NAMESPACES.keySet()) {
        for (String way : WAYS) {
          for (String access : way.equals("none") ? List.of("none") : ACCESS.keySet()) {
            String bundle = namespace.equals("shared-namespace") ? "helm" : "directory";
            YamlDraft draft = PlatformMatrix.draft(delivery, namespace, "no-database", bundle, 0);
            all.put(
                String.join("-", delivery, namespace, way, access),
                exposed(draft, way, access, bundle));
          }
        }
      }
    }
    return all;
  }

  private static YamlDraft exposed(YamlDraft draft, String way, String access, String bundle) {
    String kind = String.valueOf(ACCESS.get(access));
    String elsewhere =
        kind.replaceAll(
            ", (clientSecret: \\{[^}]*}|(atGateway|verifyAtGateway|catchAll): true)", "");
    return switch (way) {
      case "gateway" -> draft.with("spec.exposure.access", kind);
      case "own" ->
          draft
              .with("spec.exposure.own", "{kind: gateway, issuer: acme}")
              .with("spec.exposure.access", kind.replace(", catchAll: true", ""));
      case "ingress" ->
          draft
              .without("spec.exposure.gateway")
              .with(
                  "spec.exposure.ingress",
                  "{class: nginx, controller: ingress-nginx" + CERTIFICATES.get(access) + "}")
              .with("spec.apps.0.bindings.secrets", secrets())
              .with("spec.exposure.access", elsewhere);
      case "listed" ->
          draft
              .without("spec.exposure.gateway")
              .with("spec.exposure.access", elsewhere)
              .with("spec.namespace.ingress", "[{namespace: traefik, ports: [8080]}]")
              .without("spec.apps.0.service")
              .with("spec.apps.0.routes", "[{host: 'web-${pr.number}', bundle: true}]")
              .with(
                  "spec.apps.0.resources",
                  "[{group: '', kind: Service}, {group: apps, kind: Deployment}, {group: traefik.io, kind: IngressRoute},"
                      + " {group: route.openshift.io, kind: Route}, {group: k8s.nginx.org, kind: VirtualServer}]");
      default -> {
        YamlDraft closed = draft.without("spec.exposure").without("spec.apps.0.service");
        yield bundle.equals("helm") ? closed.without("spec.apps.0.values.hostname") : closed;
      }
    };
  }

  private static String secrets() {
    return "[{name: wildcard, store: vault, key: previews/wildcard, type: kubernetes.io/tls}]";
  }

  /** What a combination renders of the edge, as one text. */
  static String text(RenderedPlatform rendered) {
    SortedMap<String, String> files = new TreeMap<>(rendered.platformSet());
    if (!rendered.loaded().platform().gitops().isGenerator()) {
      files.putAll(rendered.overlays());
    }
    return files.entrySet().stream()
        .flatMap(file -> part(file.getKey(), file.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> part(String path, String text) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.matches("(admission-policy-(?!.*binding)|application-set-).*")) {
      List<String> lines = text.lines().toList();
      StringBuilder part = new StringBuilder("# of " + path + "\n");
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).matches(IN_PART)) {
          part.append(name.startsWith("admission") ? lines.get(i - 1) + "\n" : "");
          part.append(lines.get(i)).append('\n');
        }
      }
      return Stream.of(part.toString());
    }
    return name.matches(
            "(http-route|ingress|gateway|listener-set|certificate|security-policy|access-secret|catch-all-route"
                + "|network-policy-(gateway|ingress)).*")
        ? Stream.of("# " + path + "\n" + text)
        : Stream.empty();
  }
}
