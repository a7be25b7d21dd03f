package dev.mayfly.manifest;

import dev.mayfly.platform.Exposure;
import java.util.List;

/**
 * A route for every host below the domain that leads nowhere. An Envoy Gateway asks route by route,
 * so that without it a name which nobody has shows nothing of the previews to be; a preview's own
 * host goes before the wildcard (Gateway API, HTTPRoute {@code hostnames}).
 */
final class CatchAllRouteKind implements PlatformKind {
  @Override
  public List<PlatformFile> files(PlatformContext context) {
    Exposure exposure = context.platform().exposure();
    if (!exposure.access().catchAll()) {
      return List.of();
    }
    return List.of(
        context.object(
            "catch-all-route.yaml",
            TemplateName.PLATFORM_CATCH_ALL_ROUTE,
            RouteParent.of(context.platform())
                .orElseThrow()
                .put(context.scope())
                .put("name", context.platform().name() + "-previews-catch-all")
                .put("wildcard", "*." + exposure.domain().orElseThrow())));
  }
}
