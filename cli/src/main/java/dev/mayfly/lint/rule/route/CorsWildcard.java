package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.Findings;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/** A CORS filter has a wildcard beside names. */
public final class CorsWildcard implements HttpRouteRule {
  @Override
  public void check(RouteView route, Findings out) {
    for (MapNode filter : route.filters()) {
      for (String field : List.of("allowOrigins", "allowMethods", "allowHeaders")) {
        List<ScalarNode> names = filter.textsAt("cors", field);
        names.stream()
            .filter(it -> it.text().equals("*") && names.size() > 1)
            .findFirst()
            .ifPresent(it -> out.add(it, "`*` is one of " + names.size() + " in `" + field + "`"));
      }
    }
  }
}
