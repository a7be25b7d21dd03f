package dev.mayfly.command;

import static dev.mayfly.command.ErrorCase.platform;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.manifest.Templates;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Ways in from outside that meet others, lead elsewhere, or lead nowhere. */
class RouteErrorsTest {
  private static final String BY_INGRESS = "shapes/ingress";
  private static final String SEVERAL = "shapes/several-hosts";
  private static final String ANNOTATION = "nginx.ingress.kubernetes.io/proxy-body-size: 20m";
  private static final String THIRD =
      "{host: \"${pr.number}.api\", service: api, port: 8080, targetPort: 9090}";

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> hosts() {
    return ErrorCase.tests(
        "routes",
        temp,
        List.of(
            third(
                "host-outside-the-domain",
                "{host: \"api-${pr.number}.other.dev\", service: api, port: 1}"),
            third(
                "host-with-the-domain",
                "{host: \"api-${pr.number}.preview.example.dev\", service: api, port: 1}"),
            third("host-of-two-labels", "{host: \"api.${pr.number}\", service: api, port: 1}"),
            third(
                "host-of-a-long-label",
                "{host: \"" + "a".repeat(60) + "${pr.number}.api\", service: api, port: 1}"),
            third("host-without-number", "{host: api, service: api, port: 1}"),
            third("hosts-can-meet", "{host: \"web-1${pr.number}\", service: api, port: 1}"),
            third(
                "route-twice", "{host: \"web-${pr.number}\", name: again, service: api, port: 1}"),
            third("name-twice", "{host: \"api-${pr.number}\", name: admin, service: api, port: 1}"),
            third(
                "no-name",
                "{host: \"api-${pr.number}\", service: \"${preview.application}\", port: 1}"),
            third("no-service", "{host: \"api-${pr.number}\", port: 1}"),
            third(
                "service-of-the-bundle",
                "{host: \"api-${pr.number}\", service: api, port: 1, bundle: true}"),
            third(
                "relative-path", "{host: \"api-${pr.number}\", service: api, port: 1, path: api}"),
            third(
                "two-primaries",
                "{host: \"api-${pr.number}\", service: api, port: 1, primary: true}"),
            platform("no-primary", SEVERAL, ", primary: true", ""),
            platform(
                "service-and-routes",
                SEVERAL,
                "      routes:",
                "      service: {name: web, port: 80}\n      routes:"),
            platform("wildcard-outside", SEVERAL, "[api.preview.example.dev]", "[api.example.dev]"),
            platform(
                "wildcard-of-own",
                SEVERAL,
                "    access: {kind: none}",
                "    own: {kind: gateway, className: envoy, issuer: acme}\n    access: {kind: none}"),
            platform(
                "deep-host-behind-access",
                SEVERAL,
                "{kind: none}",
                "{kind: cloudflare, team: acme, audience: \"" + "a".repeat(64) + "\"}"),
            platform(
                "port-of-a-bundles-route",
                "shapes/own-route-kind",
                "bundle: true",
                "bundle: true, targetPort: 8080"),
            platform(
                "route-without-entrance",
                "shapes/own-route-kind",
                "bundle: true",
                "service: web, port: 80"),
            platform("no-domain", "shapes/own-route-kind", "    domain: preview.example.dev\n", ""),
            platform(
                "route-without-domain",
                "shapes/no-route",
                "      resources:",
                "      routes: [{bundle: true}]\n      resources:"),
            platform(
                "url-without-domain",
                "shapes/no-route",
                "      resources:",
                "      bindings: {config: {URL: \"${preview.url}\"}}\n      resources:")));
  }

  @TestFactory
  Stream<DynamicTest> ingress() {
    return ErrorCase.tests(
        "ingress",
        temp,
        List.of(
            annotation("snippet", "nginx.ingress.kubernetes.io/server-snippet: return 200"),
            annotation("config-of-haproxy", "haproxy-ingress.github.io/config-backend: server x"),
            annotation("alias", "nginx.ingress.kubernetes.io/server-alias: www.example.dev"),
            annotation("dns", "external-dns.alpha.kubernetes.io/hostname: www.example.dev"),
            annotation("another-certificate", "cert-manager.io/common-name: www.example.dev"),
            annotation("issuer-twice", "cert-manager.io/cluster-issuer: other"),
            annotation("class-twice", "kubernetes.io/ingress.class: other"),
            annotation(
                "redirect", "nginx.ingress.kubernetes.io/permanent-redirect: https://evil.example"),
            annotation(
                "another-host-upstream",
                "nginx.ingress.kubernetes.io/upstream-vhost: shop.example.dev"),
            annotation(
                "rewrite-elsewhere",
                "nginx.ingress.kubernetes.io/rewrite-target: https://evil.example/$1"),
            annotation(
                "rewrite-without-scheme",
                "nginx.ingress.kubernetes.io/rewrite-target: //evil.example/"),
            annotation("mirror", "nginx.ingress.kubernetes.io/mirror-target: https://evil.example"),
            annotation("canary", "nginx.ingress.kubernetes.io/canary: \"true\""),
            annotation("actions-of-a-load-balancer", "alb.ingress.kubernetes.io/actions.x: \"{}\""),
            annotation(
                "middlewares",
                "traefik.ingress.kubernetes.io/router.middlewares: kube-system-x@kubernetescrd"),
            annotation(
                "secret-of-another-namespace",
                "nginx.ingress.kubernetes.io/auth-secret: production/users"),
            annotation(
                "asks-elsewhere",
                "nginx.ingress.kubernetes.io/auth-url: https://evil.example/auth"),
            annotation(
                "asks-by-a-longer-name",
                "nginx.ingress.kubernetes.io/auth-url: https://evilexample.dev/auth"),
            annotation("wave-of-argocd", "argocd.argoproj.io/sync-wave: \"-5\""),
            annotation(
                "placeholder", "nginx.ingress.kubernetes.io/proxy-body-size: \"${pr.number}\""),
            platform("no-controller", BY_INGRESS, "controller: ingress-nginx", "#"),
            platform(
                "both",
                BY_INGRESS,
                "    ingress:\n",
                "    gateway: {name: edge, namespace: edge, listener: https}\n    ingress:\n"),
            platform(
                "own-gateway",
                BY_INGRESS,
                "    ingress:\n",
                "    own: {kind: gateway, issuer: acme}\n    ingress:\n"),
            platform(
                "secret-nowhere", BY_INGRESS, "{secret: preview-wildcard}", "{secret: wildcard}"),
            platform("secret-of-another-type", BY_INGRESS, ", type: kubernetes.io/tls", ""),
            platform(
                "secret-and-issuer",
                BY_INGRESS,
                "{secret: preview-wildcard}",
                "{secret: preview-wildcard, issuer: acme}"),
            platform("no-secret", BY_INGRESS, "{secret: preview-wildcard}", "{}"),
            platform(
                "verified-at-no-gateway",
                BY_INGRESS,
                "{kind: none}",
                "{kind: cloudflare, team: acme, verifyAtGateway: true, audience: \""
                    + "a".repeat(64)
                    + "\"}"),
            platform("no-access", BY_INGRESS, "    access: {kind: none}\n", "")));
  }

  /** A forge reaches Argo CD as previews are reached, or by a way of its own. */
  @TestFactory
  Stream<DynamicTest> webhook() {
    String gateway = "      gateway: {name: edge, namespace: gateway-system, listener: https}\n";
    return ErrorCase.tests(
        "webhook",
        temp,
        List.of(
            platform("no-way", "primitives", gateway, ""),
            platform(
                "two-ways", "primitives", gateway, gateway + "      ingress: {class: nginx}\n"),
            platform("no-class", "primitives", gateway, "      ingress: {}\n"),
            platform(
                "controller",
                "primitives",
                gateway,
                "      ingress: {class: nginx, controller: ingress-nginx}\n"),
            platform(
                "annotation",
                "primitives",
                gateway,
                "      ingress: {class: nginx, annotations: {nginx.ingress.kubernetes.io/server-alias: a.b}}\n")));
  }

  /** It would give two routes one path; for one route it is the admins' word. */
  @TestFactory
  Stream<DynamicTest> template() {
    String file = "templates/overlay/http-route.yaml";
    return ErrorCase.tests(
        "route-template",
        temp,
        List.of(
            new ErrorCase(
                "without-path",
                ExitCode.RENDERING,
                SEVERAL,
                scenario ->
                    scenario
                        .write(file, Templates.bundled("overlay/http-route.yaml"))
                        .edit(file, "value: ${route.path}", "value: /"),
                "render",
                "platform")));
  }

  private static ErrorCase third(String name, String written) {
    return platform(name, SEVERAL, THIRD, written);
  }

  private static ErrorCase annotation(String name, String written) {
    return platform(name, BY_INGRESS, ANNOTATION, written);
  }
}
