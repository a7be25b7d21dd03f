package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.Findings;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;

/** A route rule both redirects and forwards. */
public final class RedirectWithBackend implements HttpRouteRule {
  private static final List<String> ONCE =
      List.of(
          "RequestHeaderModifier",
          "ResponseHeaderModifier",
          "RequestRedirect",
          "URLRewrite",
          "CORS");

  @Override
  public void check(RouteView route, Findings out) {
    for (FilterList list : route.filterLists()) {
      List<String> types = list.types();
      Node at = list.key().key();
      boolean redirects = types.contains("RequestRedirect");
      if (list.isOfRule() && redirects && NodeValues.isSet(list.rule().get("backendRefs"))) {
        out.add(at, "`RequestRedirect` stands beside `backendRefs`");
      }
      if (redirects && types.contains("URLRewrite")) {
        out.add(at, "`RequestRedirect` stands beside `URLRewrite`");
      }
      for (String once : ONCE) {
        if (types.stream().filter(once::equals).count() > 1) {
          out.add(at, "`" + once + "` stands twice");
        }
      }
    }
  }
}
