package dev.mayfly.lint.rule.route;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.HashMap;
import java.util.Map;

/** Two routes claim one host. */
public final class HostTwice implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "RT006",
          "host-twice",
          Severity.ERROR,
          "two routes claim one host",
          """
          The older route keeps the host, unless the younger asks for a longer path: then part
          of the traffic goes to the other preview. After a deletion the order changes.
          """,
          "give each preview a host of its own",
          """
          # file: a.yaml
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
          # file: b.yaml
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata: {name: shop-pr-18, namespace: pr-18-shop}
          spec:
            parentRefs:
            - {group: gateway.networking.k8s.io, kind: Gateway, name: edge, namespace: gateway-system, sectionName: previews}
            hostnames: [shop-17.pr.example.dev]
            rules:
            - matches: [{path: {type: PathPrefix, value: /}}]
              backendRefs: [{group: "", kind: Service, name: shop, port: 8080, weight: 1}]
          """,
          """
          # file: a.yaml
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
          # file: b.yaml
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata: {name: shop-pr-18, namespace: pr-18-shop}
          spec:
            parentRefs:
            - {group: gateway.networking.k8s.io, kind: Gateway, name: edge, namespace: gateway-system, sectionName: previews}
            hostnames: [shop-18.pr.example.dev]
            rules:
            - matches: [{path: {type: PathPrefix, value: /}}]
              backendRefs: [{group: "", kind: Service, name: shop, port: 8080, weight: 1}]
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    Map<String, Resource> first = new HashMap<>();
    for (Resource route : corpus.of(GroupKind.HTTP_ROUTE)) {
      for (ScalarNode host : Fields.texts(route.at("spec", "hostnames"))) {
        Resource other = first.putIfAbsent(host.text(), route);
        boolean changed =
            corpus.mayChange(route, "namespace") || TemplateText.isTemplated(host.text());
        boolean previews =
            other != null && (PreviewScope.isPreview(route) || PreviewScope.isPreview(other));
        boolean same =
            other != null
                && PreviewScope.number(route).equals(PreviewScope.number(other))
                && route.namespace().equals(other.namespace());
        if (previews && !same && !changed) {
          out.about(route).add(host, "`" + host.text() + "` is also claimed by " + other.title());
        }
      }
    }
  }
}
