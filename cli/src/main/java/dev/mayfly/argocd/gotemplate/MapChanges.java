package dev.mayfly.argocd.gotemplate;

import java.util.Map;
import java.util.SortedMap;

/** Functions that change their first map (Masterminds/sprig v3.3.0, {@code dict.go}; mergo). */
final class MapChanges {
  private MapChanges() {}

  static void addTo(FunctionTable all) {
    all.add("set", 3, MapChanges::set);
    all.add("unset", 2, MapChanges::unset);
    all.addBoth("merge", a -> merged(a.atLeast(1), false));
    all.addBoth("mergeOverwrite", a -> merged(a.atLeast(1), true));
  }

  private static GoValue set(Arguments a) throws TemplateStop {
    String key = a.text(1);
    OwnMap.of(a, 0).put(key, acyclic(a.any(2), a.get(0)));
    return a.get(0);
  }

  private static GoValue unset(Arguments a) throws TemplateStop {
    String key = a.text(1);
    OwnMap.of(a, 0).remove(key);
    return a.get(0);
  }

  private static GoValue merged(Arguments a, boolean overwrites) throws TemplateStop {
    for (int i = 0; i < a.count(); i++) {
      a.map(i);
    }
    for (int i = 1; i < a.count(); i++) {
      if (!a.map(i).isEmpty()) {
        GoValue.Entries from = (GoValue.Entries) acyclic(a.get(i), a.get(0));
        merge(OwnMap.of(a, 0), from, overwrites);
      }
    }
    return GoValue.map(a.map(0));
  }

  private static void merge(OwnMap into, GoValue.Entries from, boolean overwrites)
      throws TemplateStop {
    for (Map.Entry<String, GoValue> entry : from.values().entrySet()) {
      GoValue old = into.get(entry.getKey());
      GoValue value = entry.getValue();
      if (old instanceof GoValue.Entries(SortedMap<String, GoValue> inner, boolean ofText)
          && value instanceof GoValue.Entries other
          && !inner.isEmpty()) {
        if (!(inner instanceof OwnMap own) || ofText) {
          throw TemplateStop.unverifiable("a merge changes a parameter, which other texts may see");
        }
        merge(own, other, overwrites);
      } else if (value.isNil() ? overwrites : old == null || !old.isTrue() || overwrites) {
        into.put(entry.getKey(), OwnMap.copy(value));
      }
    }
  }

  /** A map put into itself ends Argo CD's controller; here it ends the template. */
  private static GoValue acyclic(GoValue value, GoValue target) throws TemplateStop {
    if (holds(value, target)) {
      throw TemplateStop.unverifiable("a map is put into itself, which can end the controller");
    }
    return value;
  }

  private static boolean holds(GoValue value, GoValue target) {
    return switch (value) {
      case GoValue.Entries(SortedMap<String, GoValue> entries, boolean ignored) ->
          (target instanceof GoValue.Entries t && isSame(t.values(), entries))
              || entries.values().stream().anyMatch(inner -> holds(inner, target));
      case GoValue.Items(java.util.List<GoValue> items, String ignored) ->
          items.stream().anyMatch(inner -> holds(inner, target));
      default -> false;
    };
  }

  /** The same value, not one that holds the same. */
  @SuppressWarnings("ReferenceEquality")
  static boolean isSame(Object one, Object other) {
    return one == other;
  }
}
