package dev.mayfly.lint.rule.route;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One header or query parameter stands twice in what holds it once (Gateway API v1.6.1, {@code
 * httproutes.yaml}: lists whose key is the name).
 */
public final class MatchTwice implements HttpRouteRule {
  @Override
  public void check(RouteView route, Findings out) {
    for (MapNode rule : route.rules()) {
      for (MapNode match : rule.mapsAt("matches")) {
        twice(match.get("headers"), true, out);
        twice(match.get("queryParams"), false, out);
      }
    }
    for (MapNode filter : route.filters()) {
      for (String body : List.of("requestHeaderModifier", "responseHeaderModifier")) {
        twice(filter.at(body, "set"), true, out);
        twice(filter.at(body, "add"), true, out);
        Set<String> removed = new HashSet<>();
        for (ScalarNode name : filter.textsAt(body, "remove")) {
          if (!removed.add(name.text())) {
            out.add(name, "`" + name.text() + "` stands twice");
          }
        }
      }
    }
  }

  /** The API server compares letter by letter, the route's readers take headers in any case. */
  private static void twice(@Nullable Node list, boolean header, Findings out) {
    Set<String> names = new HashSet<>();
    Set<String> headers = new HashSet<>();
    for (MapNode each : NodeValues.maps(list)) {
      Node name = each.get("name");
      String text = NodeValues.text(name);
      if (name == null || text.isEmpty()) {
        continue;
      }
      if (!names.add(text)) {
        out.add(name, "`" + text + "` stands twice");
      } else if (header && !headers.add(text.toLowerCase(Locale.ROOT))) {
        out.add(
            Severity.WARNING, name, "`" + text + "` is ignored after the same in other letters");
      }
    }
  }
}
