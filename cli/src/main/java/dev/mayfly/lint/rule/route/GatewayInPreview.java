package dev.mayfly.lint.rule.route;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.PreviewScope;
import java.util.Set;

/** A preview brings a listener or opens a namespace. */
public final class GatewayInPreview implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "RT008",
          "gateway-in-preview",
          Severity.ERROR,
          "a preview brings a listener or opens a namespace",
          """
          A Gateway, ListenerSet or ReferenceGrant of a preview takes hosts from others or lets
          other namespaces reach in. Listeners belong to the platform.
          """,
          "take it out of the preview",
          """
          apiVersion: gateway.networking.k8s.io/v1beta1
          kind: ReferenceGrant
          metadata: {name: open, namespace: pr-17-shop}
          spec:
            from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop}]
            to: [{group: "", kind: Service}]
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

  private static final Set<String> KINDS =
      Set.of("Gateway", "ListenerSet", "XListenerSet", "ReferenceGrant", "GatewayClass");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public Set<GroupKind> kinds() {
    return Set.of();
  }

  @Override
  public void check(Resource resource, Findings out) {
    boolean listener =
        resource.type().group().startsWith("gateway.networking.")
            && KINDS.contains(resource.kind());
    if (listener && PreviewScope.isPreview(resource)) {
      out.add(resource.nearest("kind"), "a preview has no " + resource.kind() + " of its own");
    }
  }
}
