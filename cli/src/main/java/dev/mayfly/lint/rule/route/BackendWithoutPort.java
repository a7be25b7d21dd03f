package dev.mayfly.lint.rule.route;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.RouteView;
import dev.mayfly.yaml.MapNode;

/** A route names a Service without a port. */
public final class BackendWithoutPort implements HttpRouteRule {
  private static final RuleCard CARD =
      new RuleCard(
          "RT009",
          "backend-without-port",
          Severity.ERROR,
          "a route names a Service without a port",
          """
          The Gateway API refuses a backend of kind Service without `port`.
          """,
          "write the port of the Service",
          """
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata: {name: shop-pr-17, namespace: pr-17-shop}
          spec:
            parentRefs:
            - {group: gateway.networking.k8s.io, kind: Gateway, name: edge, namespace: gateway-system, sectionName: previews}
            hostnames: [shop-17.pr.example.dev]
            rules:
            - matches: [{path: {type: PathPrefix, value: /}}]
              backendRefs: [{group: "", kind: Service, name: shop, weight: 1}]
          """,
          """
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
  public void check(RouteView route, Findings out) {
    for (MapNode rule : route.rules()) {
      Fields.maps(rule.get("backendRefs")).forEach(backend -> check(backend, out));
    }
    for (MapNode filter : route.filters()) {
      if (filter.at("requestMirror", "backendRef") instanceof MapNode backend) {
        check(backend, out);
      }
    }
  }

  private static void check(MapNode backend, Findings out) {
    String kind = Fields.text(backend.get("kind"));
    boolean service =
        (kind.isEmpty() || kind.equals("Service")) && Fields.text(backend.get("group")).isEmpty();
    if (service && backend.get("port") == null) {
      out.add(backend, "the Service `" + Fields.text(backend.get("name")) + "` has no port here");
    }
  }
}
