package dev.mayfly.lint.rule.route;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.MapNode;
import java.util.Optional;

/** A listener does not admit routes of the preview's namespace. */
public final class RouteNotAdmitted implements CorpusRule {
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
  public void check(Corpus corpus, Findings out) {
    for (Resource route : corpus.of(GroupKind.HTTP_ROUTE)) {
      for (MapNode parent : Fields.maps(route.at("spec", "parentRefs"))) {
        Optional<MapNode> listener = Listeners.of(corpus, route, parent);
        Optional<Resource> gateway = Listeners.gateway(corpus, route, parent);
        boolean apart =
            gateway.filter(it -> !it.namespace().equals(route.namespace())).isPresent()
                && !route.namespace().isEmpty()
                && !corpus.mayChange(route, "namespace");
        String from =
            listener
                .map(it -> Fields.text(it.at("allowedRoutes", "namespaces", "from")))
                .orElse("All");
        if (apart && (from.isEmpty() || from.equals("Same"))) {
          out.about(route)
              .add(
                  parent, "the listener admits routes of `" + gateway.get().namespace() + "` only");
        }
      }
    }
  }
}
