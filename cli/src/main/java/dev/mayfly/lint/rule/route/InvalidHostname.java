package dev.mayfly.lint.rule.route;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A host name is refused. */
public final class InvalidHostname implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "RT011",
          "invalid-hostname",
          Severity.ERROR,
          "a host name is refused",
          """
          Host names are lower-case DNS names; a wildcard stands alone in the first label, and
          an address is no name.
          """,
          "correct the name",
          """
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata: {name: shop-pr-17, namespace: pr-17-shop}
          spec:
            parentRefs:
            - {group: gateway.networking.k8s.io, kind: Gateway, name: edge, namespace: gateway-system, sectionName: previews}
            hostnames: [Shop_17.pr.example.dev]
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

  private static final Pattern NAME =
      Pattern.compile("(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final Pattern ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.HTTP_ROUTE, GroupKind.GRPC_ROUTE, GroupKind.GATEWAY);
  }

  @Override
  public void check(Resource resource, Findings out) {
    List<ScalarNode> hosts = new ArrayList<>(Fields.texts(resource.at("spec", "hostnames")));
    for (MapNode listener : Fields.maps(resource.at("spec", "listeners"))) {
      if (listener.get("hostname") instanceof ScalarNode host) {
        hosts.add(host);
      }
    }
    for (ScalarNode host : hosts) {
      String text = host.text();
      boolean valid =
          NAME.matcher(text).matches() && text.length() <= 253 && !ADDRESS.matcher(text).matches();
      if (!valid && !TemplateText.isTemplated(text) && !host.isNull() && !text.isEmpty()) {
        out.add(host, "`" + text + "` is no host name");
      }
    }
  }
}
