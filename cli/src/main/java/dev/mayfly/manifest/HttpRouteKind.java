package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.ServedRoute;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The routes to the preview: each one host, one listener, one Service of the same namespace. */
final class HttpRouteKind implements OverlayKind {
  @Override
  public List<Manifest> manifests(Blueprint blueprint, Templates templates) {
    Optional<RouteParent> parent = RouteParent.of(blueprint.platform());
    List<Manifest> routes = new ArrayList<>();
    if (parent.isPresent()) {
      for (ServedRoute route : blueprint.routes()) {
        routes.add(
            templates.manifest(
                "http-route" + route.suffix() + ".yaml",
                TemplateName.OVERLAY_HTTP_ROUTE,
                parent
                    .get()
                    .put(scope(blueprint, route))
                    .put("labels", OverlayScope.labels(blueprint))
                    .put("service.name", route.service())
                    .put("service.port", new Value.Num(route.port()))));
      }
    }
    return routes;
  }

  /**
   * Name and host are this route's. A template of an admin need not know of paths, where there is
   * one route.
   */
  private static Scope scope(Blueprint blueprint, ServedRoute route) {
    Scope own =
        new Scope(blueprint.facts())
            .put("preview.application", blueprint.names().application().plus(route.suffix()))
            .put("preview.host", route.host())
            .put("route.path", route.path());
    return blueprint.routes().size() == 1 ? new Scope(own) : own;
  }
}
