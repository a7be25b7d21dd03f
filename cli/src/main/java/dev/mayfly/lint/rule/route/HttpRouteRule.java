package dev.mayfly.lint.rule.route;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.RouteView;
import java.util.Set;

/** A rule about what the API server takes for an HTTPRoute. */
interface HttpRouteRule extends DocumentRule {
  @Override
  default Set<GroupKind> kinds() {
    return Set.of(GroupKind.HTTP_ROUTE);
  }

  @Override
  default void check(Resource resource, Findings out) {
    check(new RouteView(resource), out);
  }

  void check(RouteView route, Findings out);
}
