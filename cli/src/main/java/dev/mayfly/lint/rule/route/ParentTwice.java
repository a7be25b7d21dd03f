package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.RouteView;
import dev.mayfly.yaml.MapNode;
import java.util.List;

/** A route names one parent twice. */
public final class ParentTwice implements HttpRouteRule {
  @Override
  public void check(RouteView route, Findings out) {
    List<MapNode> parents = route.parents();
    for (int i = 0; i < parents.size(); i++) {
      for (MapNode before : parents.subList(0, i)) {
        MapNode parent = parents.get(i);
        boolean alike = isSame(before, parent) && port(before).equals(port(parent));
        boolean apart = isNamed(before) && isNamed(parent);
        if (alike && !apart) {
          out.add(
              parent.orThis("name"),
              "`" + value(parent, "name") + "` is named once without `sectionName`");
          return;
        } else if (alike && section(before).equals(section(parent))) {
          out.add(
              parent.orThis("name"),
              "the listener `%s` of `%s` is named twice"
                  .formatted(section(parent), value(parent, "name")));
          return;
        }
      }
    }
  }

  private static boolean isSame(MapNode one, MapNode other) {
    return KEYS.stream().allMatch(it -> value(one, it).equals(value(other, it)));
  }

  private static final List<String> KEYS = List.of("group", "kind", "namespace", "name");

  /** What is left out counts as the default. */
  private static String value(MapNode parent, String key) {
    String text = parent.textOrEmpty(key);
    return switch (key) {
      case "group" -> text.isEmpty() ? "gateway.networking.k8s.io" : text;
      case "kind" -> text.isEmpty() ? "Gateway" : text;
      default -> text;
    };
  }

  /** References by different ports are told apart by them. */
  private static String port(MapNode parent) {
    return parent.textOrEmpty("port");
  }

  private static boolean isNamed(MapNode parent) {
    return !section(parent).isEmpty();
  }

  private static String section(MapNode parent) {
    return parent.textOrEmpty("sectionName");
  }
}
