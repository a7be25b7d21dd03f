package dev.mayfly.lint.rule.route;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.MapNode;
import java.util.List;
import java.util.Set;

/** A route rule both redirects and forwards. */
public final class RedirectWithBackend implements DocumentRule {
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
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.HTTP_ROUTE);
  }

  @Override
  public void check(Resource resource, Findings out) {
    for (MapNode rule : Fields.maps(resource.at("spec", "rules"))) {
      List<String> types =
          Fields.maps(rule.get("filters")).stream().map(it -> Fields.text(it.get("type"))).toList();
      MapNode.Entry filters = rule.entry("filters");
      boolean redirects = types.contains("RequestRedirect");
      if (filters != null && redirects && Fields.isSet(rule.get("backendRefs"))) {
        out.add(filters.key(), "a rule that redirects has no `backendRefs`");
      }
      if (filters != null && redirects && types.contains("URLRewrite")) {
        out.add(filters.key(), "a rule cannot redirect and rewrite");
      }
      for (String once : ONCE) {
        if (filters != null && types.stream().filter(once::equals).count() > 1) {
          out.add(filters.key(), "`" + once + "` may stand once");
        }
      }
    }
  }
}
