package dev.mayfly.lint.rule.route;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.RouteView;
import dev.mayfly.yaml.MapNode;
import java.util.List;

/** A route names one parent twice. */
public final class ParentTwice implements HttpRouteRule {
  private static final RuleCard CARD =
      new RuleCard(
          "RT016",
          "parent-twice",
          Severity.ERROR,
          "a route names one parent twice",
          """
          Two references to one Gateway must each name a listener, and not the same: the API server
          refuses the route otherwise.
          """,
          "give each reference a `sectionName` of its own",
          """
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata: {name: shop-pr-17, namespace: pr-17-shop}
          spec:
            parentRefs:
            - {group: gateway.networking.k8s.io, kind: Gateway, name: edge, namespace: gateway-system, sectionName: previews}
            - {group: gateway.networking.k8s.io, kind: Gateway, name: edge, namespace: gateway-system}
            hostnames: [shop-17.pr.example.dev]
            rules:
            - matches: [{path: {type: PathPrefix, value: /}}]
              backendRefs: [{group: "", kind: Service, name: shop, port: 8080, weight: 1}]
          """,
          """
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata: {name: shop-pr-17, namespace: pr-17-shop}
          spec:
            parentRefs:
            - {group: gateway.networking.k8s.io, kind: Gateway, name: edge, namespace: gateway-system, sectionName: previews}
            - {group: gateway.networking.k8s.io, kind: Gateway, name: edge, namespace: gateway-system, sectionName: internal}
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
    List<MapNode> parents = route.parents();
    for (int i = 0; i < parents.size(); i++) {
      for (MapNode before : parents.subList(0, i)) {
        MapNode parent = parents.get(i);
        boolean alike = isSame(before, parent) && port(before).equals(port(parent));
        boolean apart = isNamed(before) && isNamed(parent);
        if (alike && !apart) {
          out.add(parent, "two references to one parent both need a `sectionName`");
          return;
        } else if (alike && section(before).equals(section(parent))) {
          out.add(parent, "the listener `" + section(parent) + "` is referred to twice");
          return;
        }
      }
    }
  }

  private static boolean isSame(MapNode one, MapNode other) {
    return KEYS.stream().allMatch(it -> value(one, it).equals(value(other, it)));
  }

  private static final List<String> KEYS = List.of("group", "kind", "namespace", "name");

  /** What is left out counts as the default. */
  private static String value(MapNode parent, String key) {
    String text = Fields.text(parent.get(key));
    return switch (key) {
      case "group" -> text.isEmpty() ? "gateway.networking.k8s.io" : text;
      case "kind" -> text.isEmpty() ? "Gateway" : text;
      default -> text;
    };
  }

  /** References by different ports are told apart by them. */
  private static String port(MapNode parent) {
    return Fields.text(parent.get("port"));
  }

  private static boolean isNamed(MapNode parent) {
    return !section(parent).isEmpty();
  }

  private static String section(MapNode parent) {
    return Fields.text(parent.get("sectionName"));
  }
}
