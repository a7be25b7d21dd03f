package dev.mayfly.platform;

import dev.mayfly.diagnostic.Problems;
import java.util.HashSet;
import java.util.Set;

/** Routes that lead nowhere, meet each other, or do not say which one is "the" URL. */
final class RouteLimits implements PlatformChecks.AppCheck {
  @Override
  public void check(Platform platform, App app, SourcePositions where, Problems problems) {
    reached(platform.exposure(), app, problems);
    long primaries = app.routes().stream().filter(Route::primary).count();
    if (app.routes().size() > 1 && primaries != 1) {
      problems.error(
          primaries == 0 ? "no-primary" : "two-primaries",
          where.of("routes"),
          primaries == 0
              ? "none of the routes of app `" + app.name() + "` is primary"
              : primaries + " routes of app `" + app.name() + "` are primary",
          "write `primary: true` at the one whose host is the preview's URL");
    }
    distinct(app, problems);
  }

  private static void reached(Exposure exposure, App app, Problems problems) {
    for (Route route : app.routes()) {
      if (exposure.entrance().isEmpty() && route.service().isPresent()) {
        problems.error(
            "route-without-entrance",
            route.where(),
            "app `" + app.name() + "` has a route, and nothing leads to previews from outside",
            "write `exposure.gateway` or `exposure.ingress`, or leave the route out");
      } else if (exposure.domain().isEmpty()) {
        problems.error(
            "route-without-domain",
            route.where(),
            "app `" + app.name() + "` has a route, and previews have no domain",
            "write `exposure.domain`");
      } else if (exposure.entrance().isEmpty() && route.targetPort().isPresent()) {
        problems.error(
            "nobody-to-admit",
            route.where(),
            "`targetPort: %s` needs `exposure.gateway` or `exposure.ingress`"
                .formatted(route.targetPort().get()),
            "name who connects under `namespace.ingress`, and leave out `targetPort`");
      }
    }
  }

  private static void distinct(App app, Problems problems) {
    Set<String> places = new HashSet<>();
    Set<String> names = new HashSet<>();
    boolean first = true;
    for (Route route : app.routes()) {
      String host = route.host().map(pattern -> pattern.text()).orElse("");
      if (!places.add(host + route.path())) {
        problems.error(
            "route-twice",
            route.where(),
            "two routes of app `%s` have the host and the path `%s`"
                .formatted(app.name(), host + route.path()),
            "give one of them another `host` or `path`");
      }
      if (route.name().isPresent() && !names.add(route.name().get())) {
        problems.error(
            "duplicate-entry",
            route.where(),
            "duplicate route `" + route.name().get() + "`",
            "write a `name` that no other route of the app has");
      }
      if (route.service().isPresent()) {
        if (!first && route.name().isEmpty()) {
          problems.error(
              "route-without-name",
              route.where(),
              "the name of this Service does not say what the route could be called",
              "write `name`");
        }
        first = false;
      }
    }
  }
}
