package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.RouteView;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.NodeValues;

/** A route names a Service without a port. */
public final class BackendWithoutPort implements HttpRouteRule {
  @Override
  public void check(RouteView route, Findings out) {
    for (MapNode rule : route.rules()) {
      NodeValues.maps(rule.get("backendRefs")).forEach(backend -> check(backend, out));
    }
    for (MapNode filter : route.filters()) {
      if (filter.at("requestMirror", "backendRef") instanceof MapNode backend) {
        check(backend, out);
      }
    }
  }

  private static void check(MapNode backend, Findings out) {
    String kind = NodeValues.text(backend.get("kind"));
    boolean service =
        (kind.isEmpty() || kind.equals("Service"))
            && NodeValues.text(backend.get("group")).isEmpty();
    if (service && backend.get("port") == null) {
      out.add(backend, "`" + NodeValues.text(backend.get("name")) + "` is named without `port`");
    }
  }
}
