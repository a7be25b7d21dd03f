package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Service;
import dev.mayfly.template.Value;
import java.util.List;
import java.util.Optional;

/** The route to the preview: one host, one listener, one Service of the same namespace. */
final class HttpRouteKind implements OverlayKind {
  @Override
  public List<Manifest> manifests(Blueprint blueprint, Templates templates) {
    Optional<Service> service = blueprint.app().service();
    if (service.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Manifest(
            "http-route.yaml",
            templates.render(
                TemplateName.OVERLAY_HTTP_ROUTE,
                RouteParent.of(blueprint.platform())
                    .put(OverlayScope.labelled(blueprint))
                    .put("service.name", blueprint.service().orElseThrow())
                    .put("service.port", new Value.Num(service.get().port())))));
  }
}
