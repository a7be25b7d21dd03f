package dev.mayfly.lint.rule.route;

import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.Node;
import java.util.List;

/** A route names a listener that its Gateway does not have. */
public final class UnknownListener implements AttachmentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "RT014",
          "unknown-listener",
          Severity.ERROR,
          "a route names a listener that its Gateway does not have",
          """
          The route is refused with NoMatchingParent, and nothing answers at its host.
          """,
          "use the name of a listener",
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
            - {group: gateway.networking.k8s.io, kind: Gateway, name: edge, namespace: gateway-system, sectionName: preview}
            hostnames: [shop-17.pr.example.dev]
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
    Node section = attachment.parent().get("sectionName");
    if (section != null && attachment.gateway().isPresent() && attachment.listener().isEmpty()) {
      List<String> names =
          Fields.maps(attachment.gateway().get().at("spec", "listeners")).stream()
              .map(it -> Fields.text(it.get("name")))
              .toList();
      String name = Fields.text(section);
      out.add(section, "no listener `" + name + "`; " + NearMiss.hint(name, names));
    }
  }
}
