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
import dev.mayfly.yaml.Node;
import java.util.Set;
import java.util.regex.Pattern;

/** A path of a route is refused. */
public final class InvalidPath implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "RT010",
          "invalid-path",
          Severity.ERROR,
          "a path of a route is refused",
          """
          `Exact` and `PathPrefix` paths begin with a slash and hold no `//`, `/./`, `/../`,
          `%2f` or `#`, nor characters that a URL's path has to escape; they do not end in `/.` or
          `/..`.
          """,
          "write a plain absolute path",
          """
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata: {name: shop-pr-17, namespace: pr-17-shop}
          spec:
            parentRefs:
            - {group: gateway.networking.k8s.io, kind: Gateway, name: edge, namespace: gateway-system, sectionName: previews}
            hostnames: [shop-17.pr.example.dev]
            rules:
            - matches: [{path: {type: PathPrefix, value: api//v1}}]
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

  private static final Pattern REFUSED = Pattern.compile("//|/\\.{1,2}(/|$)|%2[fF]|#");
  private static final Pattern WRITTEN =
      Pattern.compile("(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+");

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
      for (MapNode match : Fields.maps(rule.get("matches"))) {
        Node value = match.at("path", "value");
        String type = Fields.text(match.at("path", "type"));
        String text = Fields.text(value);
        boolean literal = !type.equals("RegularExpression") && !TemplateText.isTemplated(text);
        if (value != null && literal && isRefused(text)) {
          out.add(value, "`" + text + "` is no path that the Gateway API takes");
        }
      }
    }
  }

  private static boolean isRefused(String path) {
    return !path.startsWith("/")
        || REFUSED.matcher(path).find()
        || !WRITTEN.matcher(path).matches();
  }
}
