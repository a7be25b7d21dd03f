package dev.mayfly.argocd.gotemplate;

import java.util.SortedMap;
import java.util.TreeMap;

/** A map that a template made itself, and may change; every variable that holds it sees that. */
final class OwnMap extends TreeMap<String, GoValue> {
  private static final long serialVersionUID = 1L;

  OwnMap() {}

  OwnMap(SortedMap<String, GoValue> other) {
    super(other);
  }

  /** A copy that shares no map with the value. */
  static GoValue copy(GoValue value) {
    return switch (value) {
      case GoValue.Entries(SortedMap<String, GoValue> entries, boolean ofText) -> {
        OwnMap own = new OwnMap();
        entries.forEach((key, inner) -> own.put(key, copy(inner)));
        yield new GoValue.Entries(own, ofText);
      }
      case GoValue.Items(java.util.List<GoValue> items, String element) ->
          new GoValue.Items(items.stream().map(OwnMap::copy).toList(), element);
      default -> value;
    };
  }

  /**
   * The map to change. Parameters are shared by all texts of an Application, which Argo CD fills in
   * in an order that is not always known: a template that changes them is not decided.
   */
  static OwnMap of(Arguments a, int index) throws TemplateStop {
    if (a.map(index) instanceof OwnMap own) {
      return own;
    }
    throw TemplateStop.unverifiable(
        "`" + a.function() + "` changes a parameter, which other texts may see");
  }
}
