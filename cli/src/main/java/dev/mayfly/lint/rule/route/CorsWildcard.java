package dev.mayfly.lint.rule.route;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.RouteView;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/** A CORS filter has a wildcard beside names. */
public final class CorsWildcard implements HttpRouteRule {
  private static final RuleCard CARD =
      new RuleCard(
          "RT020",
          "cors-wildcard",
          Severity.ERROR,
          "a CORS filter has a wildcard beside names",
          """
          `*` in `allowOrigins`, `allowMethods` or `allowHeaders` stands alone: the API server
          refuses a list with `*` and something else.
          """,
          "keep the names, or the wildcard",
          """
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata: {name: shop-pr-17, namespace: pr-17-shop}
          spec:
            parentRefs:
            - {group: gateway.networking.k8s.io, kind: Gateway, name: edge, namespace: gateway-system, sectionName: previews}
            hostnames: [shop-17.pr.example.dev]
            rules:
            - matches: [{path: {type: PathPrefix, value: /api}}]
              filters: [{type: CORS, cors: {allowOrigins: ["https://shop.example.dev"], allowMethods: [GET, "*"]}}]
              backendRefs: [{group: "", kind: Service, name: shop, port: 8080, weight: 1}]
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
            - matches: [{path: {type: PathPrefix, value: /api}}]
              filters: [{type: CORS, cors: {allowOrigins: ["https://shop.example.dev"], allowMethods: [GET, POST]}}]
              backendRefs: [{group: "", kind: Service, name: shop, port: 8080, weight: 1}]
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(RouteView route, Findings out) {
    for (MapNode filter : route.filters()) {
      for (String field : List.of("allowOrigins", "allowMethods", "allowHeaders")) {
        List<ScalarNode> names = Fields.texts(filter.at("cors", field));
        names.stream()
            .filter(it -> it.text().equals("*") && names.size() > 1)
            .findFirst()
            .ifPresent(it -> out.add(it, "`*` stands alone in `" + field + "`"));
      }
    }
  }
}
