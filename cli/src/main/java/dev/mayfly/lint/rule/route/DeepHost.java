package dev.mayfly.lint.rule.route;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.ScalarNode;

/** A preview's host has more labels than the wildcard covers. */
public final class DeepHost implements AttachmentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AC004",
          "deep-host",
          Severity.ERROR,
          "a preview's host has more labels than the wildcard covers",
          """
          A listener's wildcard takes any number of labels; a TLS certificate and a Cloudflare
          Access application take one. `a.b.pr.example.dev` can be reached without Access.
          """,
          "use a host of one label below the wildcard",
          """
          apiVersion: gateway.networking.k8s.io/v1
          kind: Gateway
          metadata: {name: edge, namespace: gateway-system}
          spec:
            gatewayClassName: envoy
            listeners:
            - name: previews
              port: 443
              protocol: HTTPS
              hostname: "*.pr.example.dev"
              tls: {mode: Terminate, certificateRefs: [{name: previews}]}
              allowedRoutes: {namespaces: {from: All}}
          ---
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata: {name: shop-pr-17, namespace: pr-17-shop}
          spec:
            parentRefs:
            - {group: gateway.networking.k8s.io, kind: Gateway, name: edge, namespace: gateway-system, sectionName: previews}
            hostnames: [17.shop.pr.example.dev]
            rules:
            - matches: [{path: {type: PathPrefix, value: /}}]
              backendRefs: [{group: "", kind: Service, name: shop, port: 8080, weight: 1}]
          """,
          """
          apiVersion: gateway.networking.k8s.io/v1
          kind: Gateway
          metadata: {name: edge, namespace: gateway-system}
          spec:
            gatewayClassName: envoy
            listeners:
            - name: previews
              port: 443
              protocol: HTTPS
              hostname: "*.pr.example.dev"
              tls: {mode: Terminate, certificateRefs: [{name: previews}]}
              allowedRoutes: {namespaces: {from: All}}
          ---
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata: {name: shop-pr-17, namespace: pr-17-shop}
          spec:
            parentRefs:
            - {group: gateway.networking.k8s.io, kind: Gateway, name: edge, namespace: gateway-system, sectionName: previews}
            hostnames: [shop-17.pr.example.dev]
            rules:
            - matches: [{path: {type: PathPrefix, value: /}}]
              backendRefs: [{group: "", kind: Service, name: shop, port: 8080, weight: 1}]
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Attachment attachment, Findings out) {
    attachment
        .listener()
        .map(listener -> Fields.text(listener.get("hostname")))
        .filter(served -> served.startsWith("*."))
        .ifPresent(served -> check(attachment.route(), served.substring(1), out));
  }

  private static void check(Resource route, String base, Findings out) {
    for (ScalarNode host : Fields.texts(route.at("spec", "hostnames"))) {
      boolean below = host.text().endsWith(base) && PreviewScope.isPreview(route);
      String label = below ? host.text().substring(0, host.text().length() - base.length()) : "";
      if (label.contains(".")) {
        out.add(host, "`" + label + "` is more than one label below `" + base.substring(1) + "`");
      }
    }
  }
}
