package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.Findings;
import dev.mayfly.yaml.MapNode;

/** A route names a Service without a port. */
public final class BackendWithoutPort implements HttpRouteRule {
  @Override
  public void check(RouteView route, Findings out) {
    for (MapNode rule : route.rules()) {
      rule.mapsAt("backendRefs").forEach(backend -> check(backend, out));
    }
    for (MapNode filter : route.filters()) {
      if (filter.at("requestMirror", "backendRef") instanceof MapNode backend) {
        check(backend, out);
      }
    }
  }

  private static void check(MapNode backend, Findings out) {
    String kind = backend.textOrEmpty("kind");
    boolean service =
        (kind.isEmpty() || kind.equals("Service")) && backend.textOrEmpty("group").isEmpty();
    if (service && backend.get("port") == null) {
      out.add(backend, "`" + backend.textOrEmpty("name") + "` is named without `port`");
    }
  }
}
