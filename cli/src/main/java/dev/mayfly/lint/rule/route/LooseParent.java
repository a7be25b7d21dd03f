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
import java.util.Set;

/** A preview's route does not say which listener it belongs to. */
public final class LooseParent implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "RT002",
          "loose-parent",
          Severity.ERROR,
          "a preview's route does not say which listener it belongs to",
          """
          Without `sectionName` a route attaches to every listener that admits it, also to
          plain HTTP. Without `namespace` the Gateway is looked for beside the route.
          """,
          "write `namespace` and `sectionName`",
          """
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata: {name: shop-pr-17, namespace: pr-17-shop}
          spec:
            parentRefs:
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
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.HTTP_ROUTE, GroupKind.GRPC_ROUTE);
  }

  @Override
  public void check(Resource resource, Findings out) {
    for (MapNode parent : Fields.maps(resource.at("spec", "parentRefs"))) {
      String kind = Fields.text(parent.get("kind"));
      boolean gateway = kind.isEmpty() || kind.equals("Gateway");
      if (PreviewScope.isPreview(resource) && gateway) {
        if (!Fields.isSet(parent.get("sectionName")) && !Fields.isSet(parent.get("port"))) {
          out.add(parent, "the route attaches to every listener of the Gateway");
        } else if (!Fields.isSet(parent.get("namespace"))) {
          out.add(parent, "the Gateway is looked for in the preview's own namespace");
        }
      }
    }
  }
}
