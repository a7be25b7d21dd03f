package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.Findings;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import org.jspecify.annotations.Nullable;

/** A route has more entries than the API takes. */
public final class RouteTooLarge implements HttpRouteRule {
  @Override
  public void check(RouteView route, Findings out) {
    check(route.resource().at("spec"), "hostnames", 16, out);
    check(route.resource().at("spec"), "parentRefs", 32, out);
    check(route.resource().at("spec"), "rules", 16, out);
    int matches = 0;
    for (MapNode rule : route.rules()) {
      check(rule, "matches", 64, out);
      check(rule, "filters", 16, out);
      check(rule, "backendRefs", 16, out);
      matches += rule.itemsAt("matches").size();
    }
    if (matches > 128) {
      out.add(
          route.resource().nearest("spec", "rules"),
          "the rules have " + matches + " matches, at most 128 are taken");
    }
  }

  private static void check(@Nullable Node holder, String field, int most, Findings out) {
    MapNode.Entry entry = holder instanceof MapNode map ? map.entry(field) : null;
    int size = entry == null ? 0 : NodeValues.items(entry.value()).size();
    if (entry != null && size > most) {
      out.add(
          entry.key(), "`" + field + "` has " + size + " entries, at most " + most + " are taken");
    }
  }
}
