package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.Findings;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.List;

/** A prefix is replaced where none is matched. */
public final class PrefixWithoutMatch implements HttpRouteRule {
  @Override
  public void check(RouteView route, Findings out) {
    for (FilterList list : route.filterLists()) {
      for (MapNode filter : list.filters()) {
        for (String body : List.of("requestRedirect", "urlRewrite")) {
          Node prefix = filter.at(body, "path", "replacePrefixMatch");
          if (prefix != null && !isOnePrefix(list.rule())) {
            out.add(prefix, "`matches` is not one match of the type `PathPrefix`");
          }
        }
      }
    }
  }

  /** Without a type a match is one by prefix; without a match the rule takes the prefix `/`. */
  private static boolean isOnePrefix(MapNode rule) {
    if (!(rule.get("matches") instanceof ListNode matches)) {
      return true;
    }
    if (matches.items().size() != 1) {
      return false;
    }
    String type = matches.items().getFirst().textOrEmpty("path", "type");
    return type.isEmpty() || type.equals("PathPrefix");
  }
}
