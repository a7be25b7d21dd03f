package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.RouteView;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A value of a route is out of its range. */
public final class RouteValue implements HttpRouteRule {
  @Override
  public void check(RouteView route, Findings out) {
    for (MapNode parent : route.parents()) {
      range(parent, "port", 1, 65_535, out);
    }
    for (MapNode rule : route.rules()) {
      for (MapNode backend : Fields.maps(rule.get("backendRefs"))) {
        range(backend, "port", 1, 65_535, out);
        range(backend, "weight", 0, 1_000_000, out);
      }
    }
  }

  private static void range(MapNode holder, String field, long least, long most, Findings out) {
    Node node = holder.get(field);
    OptionalLong value = Fields.integer(node);
    if (node != null
        && value.isPresent()
        && (value.getAsLong() < least || value.getAsLong() > most)) {
      out.add(
          node,
          "`%s` is %d, not between %d and %d".formatted(field, value.getAsLong(), least, most));
    }
  }
}
