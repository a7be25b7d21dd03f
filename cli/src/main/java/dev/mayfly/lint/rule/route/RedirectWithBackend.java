package dev.mayfly.lint.rule.route;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.RouteView;
import dev.mayfly.yaml.Node;
import java.util.List;

/** A route rule both redirects and forwards. */
public final class RedirectWithBackend implements HttpRouteRule {
  private static final RuleCard CARD =
      new RuleCard(
          "RT004",
          "redirect-with-backend",
          Severity.ERROR,
          "a route rule both redirects and forwards",
          """
          The Gateway API refuses a rule with a redirect and backends, or with a redirect and a
          rewrite.
          """,
          "split the rule",
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
              filters: [{type: RequestRedirect, requestRedirect: {scheme: https}}]
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
            - matches: [{path: {type: PathPrefix, value: /}}]
              backendRefs: [{group: "", kind: Service, name: shop, port: 8080, weight: 1}]
          """);

  private static final List<String> ONCE =
      List.of(
          "RequestHeaderModifier",
          "ResponseHeaderModifier",
          "RequestRedirect",
          "URLRewrite",
          "CORS");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(RouteView route, Findings out) {
    for (RouteView.FilterList list : route.filterLists()) {
      List<String> types = list.types();
      Node at = list.key().key();
      boolean redirects = types.contains("RequestRedirect");
      if (list.isOfRule() && redirects && Fields.isSet(list.rule().get("backendRefs"))) {
        out.add(at, "a rule that redirects has no `backendRefs`");
      }
      if (redirects && types.contains("URLRewrite")) {
        out.add(at, "a rule cannot redirect and rewrite");
      }
      for (String once : ONCE) {
        if (types.stream().filter(once::equals).count() > 1) {
          out.add(at, "`" + once + "` may stand once");
        }
      }
    }
  }
}
