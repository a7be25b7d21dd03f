package dev.mayfly.lint.view;

import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.NodeValues;
import java.util.ArrayList;
import java.util.List;

/** The parts of an HTTPRoute. */
public record RouteView(Resource resource) {
  /**
   * Filters that apply together.
   *
   * @param rule the rule they belong to
   * @param key the key {@code filters}, of the rule or of one of its backends
   * @param filters in the order written
   * @param isOfRule whether they are the rule's own, not those of a backend
   */
  public record FilterList(
      MapNode rule, MapNode.Entry key, List<MapNode> filters, boolean isOfRule) {
    public List<String> types() {
      return filters.stream().map(it -> it.textOrEmpty("type")).toList();
    }
  }

  public List<MapNode> rules() {
    return resource.mapsAt("spec", "rules");
  }

  public List<MapNode> parents() {
    return resource.mapsAt("spec", "parentRefs");
  }

  /** The filters of every rule, and of every backend of it. */
  public List<FilterList> filterLists() {
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
  public List<MapNode> filters() {
    return filterLists().stream().flatMap(list -> list.filters().stream()).toList();
  }
}
