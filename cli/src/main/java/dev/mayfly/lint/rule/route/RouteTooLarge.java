package dev.mayfly.lint.rule.route;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.RouteView;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import org.jspecify.annotations.Nullable;

/** A route has more entries than the API takes. */
public final class RouteTooLarge implements HttpRouteRule {
  private static final RuleCard CARD =
      new RuleCard(
          "RT017",
          "route-too-large",
          Severity.ERROR,
          "a route has more entries than the API takes",
          """
          A route has at most 16 hosts, 32 parents and 16 rules; a rule at most 64 matches, 16
          filters and 16 backends; all rules together at most 128 matches. The API server refuses
          more.
          """,
          "split the route",
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
              backendRefs:
              - {group: "", kind: Service, name: shop-0, port: 8080, weight: 1}
              - {group: "", kind: Service, name: shop-1, port: 8080, weight: 1}
              - {group: "", kind: Service, name: shop-2, port: 8080, weight: 1}
              - {group: "", kind: Service, name: shop-3, port: 8080, weight: 1}
              - {group: "", kind: Service, name: shop-4, port: 8080, weight: 1}
              - {group: "", kind: Service, name: shop-5, port: 8080, weight: 1}
              - {group: "", kind: Service, name: shop-6, port: 8080, weight: 1}
              - {group: "", kind: Service, name: shop-7, port: 8080, weight: 1}
              - {group: "", kind: Service, name: shop-8, port: 8080, weight: 1}
              - {group: "", kind: Service, name: shop-9, port: 8080, weight: 1}
              - {group: "", kind: Service, name: shop-10, port: 8080, weight: 1}
              - {group: "", kind: Service, name: shop-11, port: 8080, weight: 1}
              - {group: "", kind: Service, name: shop-12, port: 8080, weight: 1}
              - {group: "", kind: Service, name: shop-13, port: 8080, weight: 1}
              - {group: "", kind: Service, name: shop-14, port: 8080, weight: 1}
              - {group: "", kind: Service, name: shop-15, port: 8080, weight: 1}
              - {group: "", kind: Service, name: shop-16, port: 8080, weight: 1}
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
              backendRefs:
              - {group: "", kind: Service, name: shop-0, port: 8080, weight: 1}
              - {group: "", kind: Service, name: shop-1, port: 8080, weight: 1}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(RouteView route, Findings out) {
    check(route.resource().at("spec"), "hostnames", 16, out);
    check(route.resource().at("spec"), "parentRefs", 32, out);
    check(route.resource().at("spec"), "rules", 16, out);
    int matches = 0;
    for (MapNode rule : route.rules()) {
      check(rule, "matches", 64, out);
      check(rule, "filters", 16, out);
      check(rule, "backendRefs", 16, out);
      matches += Fields.items(rule.get("matches")).size();
    }
    if (matches > 128) {
      out.add(
          route.resource().nearest("spec", "rules"),
          "the rules have " + matches + " matches, at most 128 are taken");
    }
  }

  private static void check(@Nullable Node holder, String field, int most, Findings out) {
    Node list = holder == null ? null : holder.at(field);
    int size = Fields.items(list).size();
    if (list != null && size > most) {
      out.add(list, "`" + field + "` has " + size + " entries, at most " + most + " are taken");
    }
  }
}
