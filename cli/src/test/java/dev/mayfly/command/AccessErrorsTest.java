package dev.mayfly.command;

import static dev.mayfly.command.ErrorCase.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is refused of {@code exposure.access}: one clear error each. */
class AccessErrorsTest {
  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> access() {
    return ErrorCase.tests(
        "access",
        temp,
        List.of(
            access("unknown-kind", "{kind: oauth2-proxy}"),
            access("unknown-kind-with-more", "{kind: oauth2-proxy, upstream: web}"),
            access("no-kind", "{}"),
            access("no-issuer", "{kind: oidc}"),
            access("issuer-without-tls", "{kind: oidc, issuer: 'http://login.acme.dev'}"),
            access("issuer-with-query", "{kind: oidc, issuer: 'https://login.acme.dev/?a=b'}"),
            access(
                "issuer-that-is-a-preview",
                "{kind: oidc, issuer: 'https://a.preview.example.dev'}"),
            access(
                "gateway-without-client",
                "{kind: oidc, issuer: 'https://login.acme.dev', atGateway: true}"),
            access(
                "secret-for-nobody",
                "{kind: oidc, issuer: 'https://login.acme.dev', clientSecret: {store: vault, key: a}}"),
            platform(
                "gateway-of-an-ingress",
                "primitives",
                s ->
                    s.write(
                        "mayfly.yaml",
                        s.read("mayfly.yaml")
                            .replaceFirst(
                                "    gateway: .*\n    access: .*\n",
                                "    ingress: {class: nginx, controller: ingress-nginx}\n"
                                    + "    access: {kind: network, networks: [10.8.0.0/16],"
                                    + " atGateway: true}\n"))),
            platform(
                "without-domain",
                "shapes/no-route",
                "  apps:\n",
                "  exposure:\n    access: {kind: network, networks: [10.8.0.0/16]}\n  apps:\n"),
            access(
                "catch-all-without-policy",
                "{kind: network, networks: [10.8.0.0/16], catchAll: true}"),
            access(
                "catch-all-of-cloudflare-without-policy",
                "{kind: cloudflare, team: acme, audience: '"
                    + "b".repeat(64)
                    + "', catchAll: true}"),
            access("catch-all-for-everybody", "{kind: none, catchAll: true}"),
            behind("catch-all-of-own", "own: {kind: gateway, issuer: acme}", true),
            behind("catch-all-of-an-ingress", "", false),
            access("no-networks", "{kind: network}"),
            access("empty-networks", "{kind: network, networks: []}"),
            access("range-that-is-none", "{kind: network, networks: [10.0.0.300/24]}"),
            access("everybody", "{kind: network, networks: [0.0.0.0/0]}"),
            access("half-of-everybody", "{kind: network, networks: [128.0.0.0/1]}"),
            access("private-by-accident", "{kind: network, networks: [172.0.0.0/9]}"),
            access("everybody-of-ipv6", "{kind: network, networks: ['::/0']}"),
            access(
                "everybody-in-parts",
                "{kind: network, networks: [office-vpn, 10.0.0.0/8, 8.0.0.0/9, 8.128.0.0/9, 9.0.0.0/8]}"),
            access(
                "name-at-the-gateway",
                "{kind: network, networks: [203.0.113.0/24, office-vpn], atGateway: true}"),
            access("field-of-another-kind", "{kind: network, networks: [office-vpn], audience: a}"),
            access("none-and-more", "{kind: none, issuer: 'https://login.acme.dev'}")));
  }

  /** A route of every host where previews have a listener of their own, or none. */
  private static ErrorCase behind(String name, String own, boolean atGateway) {
    String entrance =
        own.isEmpty()
            ? "    ingress: {class: nginx, controller: ingress-nginx}\n"
            : "    gateway: {name: edge, namespace: gateway-system, listener: previews}\n    "
                + own
                + "\n";
    return platform(
        name,
        "primitives",
        s ->
            s.write(
                "mayfly.yaml",
                s.read("mayfly.yaml")
                    .replaceFirst(
                        "    gateway: .*\n    access: .*\n",
                        entrance
                            + "    access: {kind: network, networks: [10.8.0.0/16], atGateway: "
                            + atGateway
                            + ", catchAll: true}\n")));
  }

  private static ErrorCase access(String name, String access) {
    return platform(
        name,
        "primitives",
        s ->
            s.write(
                "mayfly.yaml",
                s.read("mayfly.yaml")
                    .replaceFirst("access: \\{kind: cloudflare.*}", "access: " + access)));
  }
}
