package dev.mayfly.lint.rule.route;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Set;

/** A preview's route does not have exactly one fixed host. */
public final class RouteHostname implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "RT001",
          "route-hostname",
          Severity.ERROR,
          "a preview's route does not have exactly one fixed host",
          """
          A route without `hostnames` answers for everything the listener serves, also for
          other previews; a wildcard does the same for a part of it.
          """,
          "write the one host of the preview",
          """
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata: {name: shop-pr-17, namespace: pr-17-shop}
          spec:
            parentRefs:
            - {group: gateway.networking.k8s.io, kind: Gateway, name: edge, namespace: gateway-system, sectionName: previews}
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
    if (!PreviewScope.isPreview(resource)) {
      return;
    }
    List<Node> hosts = Fields.items(resource.at("spec", "hostnames"));
    if (hosts.isEmpty()) {
      out.add(
          resource.nearest("spec", "hostnames"),
          "without `hostnames` the route takes the whole listener");
    } else if (hosts.size() > 1) {
      out.add(hosts.get(1), "the route has " + hosts.size() + " hosts");
    } else if (Fields.text(hosts.getFirst()).startsWith("*")) {
      out.add(
          hosts.getFirst(), "`" + Fields.text(hosts.getFirst()) + "` takes every host below it");
    }
  }
}
