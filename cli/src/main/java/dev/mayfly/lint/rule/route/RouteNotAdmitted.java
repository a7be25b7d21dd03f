package dev.mayfly.lint.rule.route;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import java.util.Optional;

/** A listener does not admit routes of the preview's namespace. */
public final class RouteNotAdmitted implements AttachmentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "RT015",
          "route-not-admitted",
          Severity.ERROR,
          "a listener does not admit routes of the preview's namespace",
          """
          `allowedRoutes.namespaces.from` is `Same` unless it is written: a route of another
          namespace is refused with NotAllowedByListeners.
          """,
          "open the listener for the namespaces of previews",
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
              allowedRoutes: {namespaces: {from: Same}}
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
    Resource route = attachment.route();
    Optional<String> other =
        attachment.gateway().map(Resource::namespace).filter(it -> !it.equals(route.namespace()));
    boolean placed = !route.namespace().isEmpty() && !corpus.mayChange(route, "namespace");
    String from =
        attachment
            .listener()
            .map(it -> Fields.text(it.at("allowedRoutes", "namespaces", "from")))
            .orElse("All");
    if (other.isPresent() && placed && (from.isEmpty() || from.equals("Same"))) {
      out.add(attachment.parent(), "the listener admits routes of `" + other.get() + "` only");
    }
  }
}
