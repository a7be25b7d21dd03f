package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.List;

/** A route leaves out what the API server fills in. */
public final class ImplicitRouteDefaults implements HttpRouteRule {
  private static final List<String> PARENT = List.of("group", "kind");
  private static final List<String> RULE = List.of("matches");
  private static final List<String> PATH = List.of("type", "value");
  private static final List<String> BACKEND = List.of("group", "kind", "weight");

  @Override
  public void check(RouteView route, Findings out) {
    if (!PreviewScope.isPreview(route.resource())) {
      return;
    }
    route.parents().forEach(parent -> filledIn(parent, PARENT, out));
    for (MapNode rule : route.rules()) {
      filledIn(rule, RULE, out);
      for (MapNode match : rule.mapsAt("matches")) {
        filledIn(match, List.of("path"), out);
        MapNode.Entry path = match.entry("path");
        if (path != null && path.value() instanceof MapNode map) {
          filledIn(path.key(), map, PATH, out);
        }
      }
      rule.mapsAt("backendRefs").forEach(backend -> filledIn(backend, BACKEND, out));
    }
  }

  private static void filledIn(MapNode item, List<String> defaulted, Findings out) {
    filledIn(item, item, defaulted, out);
  }

  private static void filledIn(Node at, MapNode item, List<String> defaulted, Findings out) {
    List<String> missing = defaulted.stream().filter(it -> !item.has(it)).toList();
    if (!missing.isEmpty()) {
      out.add(at, "`" + String.join("`, `", missing) + "` will be filled in");
    }
  }
}
