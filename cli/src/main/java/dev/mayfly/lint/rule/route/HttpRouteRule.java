package dev.mayfly.lint.rule.route;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.NodeValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A rule about what the API server takes for an HTTPRoute. */
interface HttpRouteRule extends DocumentRule {
  /**
   * Filters that apply together.
   *
   * @param rule the rule they belong to
   * @param key the key {@code filters}, of the rule or of one of its backends
   * @param filters in the order written
   * @param isOfRule whether they are the rule's own, not those of a backend
   */
  record FilterList(MapNode rule, MapNode.Entry key, List<MapNode> filters, boolean isOfRule) {
    List<String> types() {
      return filters.stream().map(it -> it.textOrEmpty("type")).toList();
    }
  }

  /** The parts of an HTTPRoute. */
  record RouteView(Resource resource) {
    List<MapNode> rules() {
      return resource.mapsAt("spec", "rules");
    }

    List<MapNode> parents() {
      return resource.mapsAt("spec", "parentRefs");
    }

    /** The filters of every rule, and of every backend of it. */
    List<FilterList> filterLists() {
      List<FilterList> lists = new ArrayList<>();
      for (MapNode rule : rules()) {
        add(rule, rule, lists);
        rule.mapsAt("backendRefs").forEach(backend -> add(rule, backend, lists));
      }
      return lists;
    }

    private static void add(MapNode rule, MapNode holder, List<FilterList> lists) {
      MapNode.Entry entry = holder.entry("filters");
      if (entry != null) {
        lists.add(new FilterList(rule, entry, NodeValues.maps(entry.value()), holder.equals(rule)));
      }
    }

    /** All filters. */
    List<MapNode> filters() {
      return filterLists().stream().flatMap(list -> list.filters().stream()).toList();
    }
  }

  @Override
  default Set<GroupKind> kinds() {
    return Set.of(GroupKind.HTTP_ROUTE);
  }

  @Override
  default void check(Resource resource, Findings out) {
    check(new RouteView(resource), out);
  }

  void check(RouteView route, Findings out);
}
