package dev.mayfly.lint.rule.route;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.RouteView;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.List;

/** A prefix is replaced where none is matched. */
public final class PrefixWithoutMatch implements HttpRouteRule {
  private static final RuleCard CARD =
      new RuleCard(
          "RT018",
          "prefix-without-match",
          Severity.ERROR,
          "a prefix is replaced where none is matched",
          """
          `replacePrefixMatch` needs a rule with exactly one match, of type PathPrefix: otherwise it
          is not known what to replace, and the API server refuses the route.
          """,
          "give the rule one PathPrefix match",
          """
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata: {name: shop-pr-17, namespace: pr-17-shop}
          spec:
            parentRefs:
            - {group: gateway.networking.k8s.io, kind: Gateway, name: edge, namespace: gateway-system, sectionName: previews}
            hostnames: [shop-17.pr.example.dev]
            rules:
            - matches: [{path: {type: Exact, value: /api}}]
              filters: [{type: URLRewrite, urlRewrite: {path: {type: ReplacePrefixMatch, replacePrefixMatch: /}}}]
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
              filters: [{type: URLRewrite, urlRewrite: {path: {type: ReplacePrefixMatch, replacePrefixMatch: /}}}]
              backendRefs: [{group: "", kind: Service, name: shop, port: 8080, weight: 1}]
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(RouteView route, Findings out) {
    for (RouteView.FilterList list : route.filterLists()) {
      for (MapNode filter : list.filters()) {
        for (String body : List.of("requestRedirect", "urlRewrite")) {
          Node prefix = filter.at(body, "path", "replacePrefixMatch");
          if (prefix != null && !isOnePrefix(list.rule())) {
            out.add(prefix, "the rule does not have exactly one PathPrefix match");
          }
        }
      }
    }
  }

  /** Without a type a match is one by prefix; without a match the rule takes the prefix `/`. */
  private static boolean isOnePrefix(MapNode rule) {
    if (!(rule.get("matches") instanceof ListNode matches)) {
      return true;
    }
    if (matches.items().size() != 1) {
      return false;
    }
    String type = Fields.text(matches.items().getFirst().at("path", "type"));
    return type.isEmpty() || type.equals("PathPrefix");
  }
}
