package dev.mayfly.lint.rule.route;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.RouteView;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;

/** A mirror is given its share twice, or more than all. */
public final class MirrorShare implements HttpRouteRule {
  private static final RuleCard CARD =
      new RuleCard(
          "RT022",
          "mirror-share",
          Severity.ERROR,
          "a mirror is given its share twice, or more than all",
          """
          A RequestMirror filter takes `percent` or `fraction`, not both, and a fraction of at most
          one: the API server refuses the rest.
          """,
          "keep one of them",
          """
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata: {name: shop, namespace: shop}
          spec:
            parentRefs:
            - {group: gateway.networking.k8s.io, kind: Gateway, name: edge, namespace: gateway-system, sectionName: previews}
            hostnames: [shop-17.pr.example.dev]
            rules:
            - matches: [{path: {type: PathPrefix, value: /api}}]
              filters: [{type: RequestMirror, requestMirror: {backendRef: {group: "", kind: Service, name: shadow, port: 8080}, percent: 10, fraction: {numerator: 1, denominator: 10}}}]
              backendRefs: [{group: "", kind: Service, name: shop, port: 8080, weight: 1}]
          """,
          """
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata: {name: shop, namespace: shop}
          spec:
            parentRefs:
            - {group: gateway.networking.k8s.io, kind: Gateway, name: edge, namespace: gateway-system, sectionName: previews}
            hostnames: [shop-17.pr.example.dev]
            rules:
            - matches: [{path: {type: PathPrefix, value: /api}}]
              filters: [{type: RequestMirror, requestMirror: {backendRef: {group: "", kind: Service, name: shadow, port: 8080}, percent: 10}}]
              backendRefs: [{group: "", kind: Service, name: shop, port: 8080, weight: 1}]
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(RouteView route, Findings out) {
    for (MapNode filter : route.filters()) {
      Node percent = filter.at("requestMirror", "percent");
      Node fraction = filter.at("requestMirror", "fraction");
      if (percent != null && fraction != null) {
        out.add(percent, "`percent` cannot stand beside `fraction`");
      } else if (fraction != null) {
        long numerator = Fields.integer(fraction.at("numerator")).orElse(0);
        long denominator = Fields.integer(fraction.at("denominator")).orElse(100);
        if (numerator > denominator) {
          out.add(fraction, numerator + " of " + denominator + " is more than all");
        }
      }
    }
  }
}
