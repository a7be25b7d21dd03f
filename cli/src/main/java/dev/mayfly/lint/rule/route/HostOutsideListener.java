package dev.mayfly.lint.rule.route;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/** A route's host is not served by its listener. */
public final class HostOutsideListener implements AttachmentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "RT013",
          "host-outside-listener",
          Severity.ERROR,
          "a route's host is not served by its listener",
          """
          The Gateway refuses the route with NoMatchingListenerHostname: the preview has no
          address, and Argo CD waits.
          """,
          "use a host below the listener's, or name another listener",
          """
          apiVersion: gateway.networking.k8s.io/v1
          kind: Gateway
          metadata: {name: edge, namespace: gateway-system}
          spec:
            gatewayClassName: envoy
            listeners:
            - name: previews
              port: 443
              protocol: HTTPS
              hostname: "*.pr.example.dev"
              tls: {mode: Terminate, certificateRefs: [{name: previews}]}
              allowedRoutes: {namespaces: {from: All}}
          ---
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata: {name: shop-pr-17, namespace: pr-17-shop}
          spec:
            parentRefs:
            - {group: gateway.networking.k8s.io, kind: Gateway, name: edge, namespace: gateway-system, sectionName: previews}
            hostnames: [shop-17.example.dev]
            rules:
            - matches: [{path: {type: PathPrefix, value: /}}]
              backendRefs: [{group: "", kind: Service, name: shop, port: 8080, weight: 1}]
          """,
          """
          apiVersion: gateway.networking.k8s.io/v1
          kind: Gateway
          metadata: {name: edge, namespace: gateway-system}
          spec:
            gatewayClassName: envoy
            listeners:
            - name: previews
              port: 443
              protocol: HTTPS
              hostname: "*.pr.example.dev"
              tls: {mode: Terminate, certificateRefs: [{name: previews}]}
              allowedRoutes: {namespaces: {from: All}}
          ---
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
  public void check(Corpus corpus, Attachment attachment, Findings out) {
    attachment.listener().ifPresent(listener -> check(attachment.route(), listener, out));
  }

  private static void check(Resource route, MapNode listener, Findings out) {
    String served = Fields.text(listener.get("hostname"));
    List<ScalarNode> hosts = Fields.texts(route.at("spec", "hostnames"));
    boolean decided =
        !served.isEmpty()
            && hosts.stream().noneMatch(it -> TemplateText.isTemplated(it.text() + served));
    boolean attached = hosts.stream().anyMatch(it -> Listeners.intersect(served, it.text()));
    for (ScalarNode host : decided ? hosts : List.<ScalarNode>of()) {
      if (!Listeners.intersect(served, host.text())) {
        // One host that fits attaches the route; the others answer nothing.
        out.add(
            attached ? Severity.WARNING : Severity.ERROR,
            host,
            "the listener serves `" + served + "`, so nothing answers at `" + host.text() + "`");
      }
    }
  }
}
