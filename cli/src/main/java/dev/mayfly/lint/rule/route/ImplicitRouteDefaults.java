package dev.mayfly.lint.rule.route;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.MapNode;
import java.util.List;
import java.util.Set;

/** A route leaves out what the API server fills in. */
public final class ImplicitRouteDefaults implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "RT005",
          "implicit-route-defaults",
          Severity.WARNING,
          "a route leaves out what the API server fills in",
          """
          The API server adds `group`, `kind`, `weight` and the path match. Inside lists Argo
          CD shows them as a difference, and the preview is never in sync.
          """,
          "write the defaults",
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
              backendRefs: [{name: shop, port: 8080}]
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

  private static final List<String> DEFAULTED = List.of("group", "kind", "weight");

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
    if (!PreviewScope.isPreview(resource)) {
      return;
    }
    for (MapNode rule : Fields.maps(resource.at("spec", "rules"))) {
      for (MapNode backend : Fields.maps(rule.get("backendRefs"))) {
        List<String> missing = DEFAULTED.stream().filter(it -> !backend.has(it)).toList();
        if (!missing.isEmpty()) {
          out.add(backend, "`" + String.join("`, `", missing) + "` will be filled in");
        }
      }
    }
  }
}
