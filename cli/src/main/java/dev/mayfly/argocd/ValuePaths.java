package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Parts of a value, by the keys and indexes that lead there. */
final class ValuePaths {
  private ValuePaths() {}

  /** What stands there, {@link GoValue#NIL} where nothing does. */
  static GoValue at(GoValue value, List<String> path) {
    GoValue found = value;
    for (String key : path) {
      found =
          switch (found) {
            case GoValue.Entries map -> map.values().getOrDefault(key, GoValue.NIL);
            case GoValue.Items list when isIndex(list, key) ->
                list.values().get(Integer.parseInt(key));
            default -> GoValue.NIL;
          };
    }
    return found;
  }

  /** The value with another part, and the maps that lead there. */
  static GoValue with(GoValue value, List<String> path, GoValue part) {
    if (path.isEmpty()) {
      return part;
    }
    SortedMap<String, GoValue> map =
        value instanceof GoValue.Entries entries
            ? new TreeMap<>(entries.values())
            : new TreeMap<>();
    String key = path.getFirst();
    map.put(key, with(map.getOrDefault(key, GoValue.NIL), rest(path), part));
    return GoValue.map(map);
  }

  /** The value without a part; the items behind one that goes move up. */
  static GoValue without(GoValue value, List<String> path) {
    String key = path.getFirst();
    if (value instanceof GoValue.Entries entries && entries.values().containsKey(key)) {
      SortedMap<String, GoValue> map = new TreeMap<>(entries.values());
      if (path.size() == 1) {
        map.remove(key);
      } else {
        map.put(key, without(map.getOrDefault(key, GoValue.NIL), rest(path)));
      }
      return GoValue.map(map);
    }
    if (value instanceof GoValue.Items items && isIndex(items, key)) {
      List<GoValue> list = new ArrayList<>(items.values());
      int index = Integer.parseInt(key);
      if (path.size() == 1) {
        list.remove(index);
      } else {
        list.set(index, without(list.get(index), rest(path)));
      }
      return GoValue.list(list);
    }
    return value;
  }

  private static boolean isIndex(GoValue.Items items, String key) {
    return key.matches("0|[1-9][0-9]{0,8}") && Integer.parseInt(key) < items.values().size();
  }

  private static List<String> rest(List<String> path) {
    return path.subList(1, path.size());
  }
}
