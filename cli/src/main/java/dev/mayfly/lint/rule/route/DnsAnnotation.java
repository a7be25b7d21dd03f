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

/** A preview's route tells external-dns what to do. */
public final class DnsAnnotation implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "RT007",
          "dns-annotation",
          Severity.ERROR,
          "a preview's route tells external-dns what to do",
          """
          A route can create arbitrary records, also outside the preview's domain, and one that
          is not proxied answers past Cloudflare Access.
          """,
          "take the annotation out; a wildcard record serves all previews",
          """
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata: {name: shop-pr-17, namespace: pr-17-shop, annotations: {external-dns.alpha.kubernetes.io/hostname: shop.example.dev}}
          spec:
            parentRefs:
            - {group: gateway.networking.k8s.io, kind: Gateway, name: edge, namespace: gateway-system, sectionName: previews}
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
    for (MapNode.Entry annotation : Fields.entries(resource.at("metadata", "annotations"))) {
      String key = annotation.key().text();
      boolean dns =
          key.startsWith("external-dns.alpha.kubernetes.io/")
              || key.startsWith("external-dns.kubernetes.io/");
      if (dns && PreviewScope.isPreview(resource)) {
        out.add(annotation.key(), "`" + key + "` changes DNS from inside a preview");
      }
    }
  }
}
