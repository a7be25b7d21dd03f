package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.Findings;
import dev.mayfly.yaml.MapNode;
import java.util.List;

/** A route names one parent twice. */
public final class ParentTwice implements HttpRouteRule {
  /** References by different ports are told apart by them. */
  private static final List<String> KEYS = List.of("group", "kind", "namespace", "name", "port");

  @Override
  public void check(RouteView route, Findings out) {
    List<MapNode> parents = route.parents();
    for (int i = 0; i < parents.size(); i++) {
      MapNode parent = parents.get(i);
      String section = parent.textOrEmpty("sectionName");
      for (MapNode before : parents.subList(0, i)) {
        String earlier = before.textOrEmpty("sectionName");
        if (isSame(before, parent) && (section.isEmpty() || earlier.isEmpty())) {
          out.add(
              parent.orThis("name"),
              "`" + value(parent, "name") + "` is named once without `sectionName`");
          return;
        } else if (isSame(before, parent) && section.equals(earlier)) {
          out.add(
              parent.orThis("name"),
              "the listener `%s` of `%s` is named twice".formatted(section, value(parent, "name")));
          return;
        }
      }
    }
  }

  private static boolean isSame(MapNode one, MapNode other) {
    return KEYS.stream().allMatch(it -> value(one, it).equals(value(other, it)));
  }

  /** What is left out counts as the default. */
  private static String value(MapNode parent, String key) {
    String text = parent.textOrEmpty(key);
    return switch (key) {
      case "group" -> text.isEmpty() ? "gateway.networking.k8s.io" : text;
      case "kind" -> text.isEmpty() ? "Gateway" : text;
      default -> text;
    };
  }
}
