package dev.mayfly.argocd.gotemplate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Functions over maps and over what may be missing (Masterminds/sprig v3.3.0). */
final class MapFunctions {
  private MapFunctions() {}

  static void addTo(FunctionTable all) {
    all.add("dict", MapFunctions::dict);
    // A missing key is the empty string, never an error.
    all.add("get", 2, a -> a.map(0).getOrDefault(a.text(1), GoValue.of("")));
    all.add("hasKey", 2, a -> GoValue.of(a.map(0).containsKey(a.text(1))));
    all.add("pluck", MapFunctions::pluck);
    all.add("pick", a -> some(a.atLeast(1), true));
    all.add("omit", a -> some(a.atLeast(1), false));
    all.add("dig", MapFunctions::dig);
    all.add("default", MapFunctions::orDefault);
    all.add("empty", 1, a -> GoValue.of(!a.get(0).isTrue()));
    all.add("ternary", 3, a -> a.truth(2) ? a.any(0) : a.any(1));
    all.text("kindOf", 1, a -> kind(a.any(0)));
    all.add("kindIs", 2, a -> GoValue.of(a.text(0).equals(kind(a.any(1)))));
    all.text("typeOf", 1, a -> a.any(0).type());
    all.add("typeIs", 2, a -> GoValue.of(a.text(0).equals(a.any(1).type())));
    all.add("typeIsLike", 2, a -> GoValue.of(isLike(a.text(0), a.any(1).type())));
    all.addBoth("deepCopy", 1, MapFunctions::deepCopy);
    all.add("keys", MapFunctions::keys);
    all.add("values", 1, a -> values(a.map(0)));
    all.add("deepEqual", 2, a -> GoValue.of(a.any(0).equals(a.any(1))));
    all.add("split", 2, a -> splitMap(a.text(1), a.text(0), -1));
    all.add("splitn", 3, a -> splitMap(a.text(2), a.text(0), a.whole(1)));
  }

  private static boolean isLike(String target, String type) {
    return target.equals(type) || ("*" + target).equals(type);
  }

  /** Go's maps have no order: that of several keys is known only where it does not matter. */
  private static GoValue keys(Arguments a) throws TemplateStop {
    List<String> keys = sortedKeys(a);
    for (int i = 0; i < a.count(); i++) {
      if (a.map(i).size() > 1) {
        throw TemplateStop.unverifiable("`keys` gives another order on every run");
      }
    }
    return GoValue.texts(keys);
  }

  static List<String> sortedKeys(Arguments a) throws TemplateStop {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < a.count(); i++) {
      keys.addAll(a.map(i).keySet());
    }
    return keys;
  }

  private static GoValue values(SortedMap<String, GoValue> map) throws TemplateStop {
    if (map.size() > 1) {
      throw TemplateStop.unverifiable("`values` gives another order on every run");
    }
    return GoValue.list(List.copyOf(map.values()));
  }

  private static GoValue deepCopy(Arguments a) throws TemplateStop {
    if (a.get(0).isNil()) {
      throw a.wrong(0, "something");
    }
    return OwnMap.copy(a.get(0));
  }

  private static GoValue dict(Arguments a) throws TemplateStop {
    SortedMap<String, GoValue> map = new OwnMap();
    for (int i = 0; i < a.count(); i += 2) {
      map.put(Meter.print(a.get(i)), i + 1 < a.count() ? a.any(i + 1) : GoValue.of(""));
    }
    return GoValue.map(map);
  }

  private static GoValue pluck(Arguments a) throws TemplateStop {
    List<GoValue> found = new ArrayList<>();
    String key = a.text(0);
    for (int i = 1; i < a.count(); i++) {
      GoValue value = a.map(i).get(key);
      if (value != null) {
        found.add(value);
      }
    }
    return GoValue.list(found);
  }

  private static GoValue some(Arguments a, boolean kept) throws TemplateStop {
    List<String> names = new ArrayList<>();
    for (int i = 1; i < a.count(); i++) {
      names.add(a.text(i));
    }
    SortedMap<String, GoValue> map = new OwnMap(a.map(0));
    map.keySet().removeIf(key -> names.contains(key) != kept);
    return GoValue.map(map);
  }

  private static GoValue dig(Arguments a) throws TemplateStop {
    int last = a.atLeast(3).count() - 1;
    // What it takes is of any type, so that nothing does not become an empty map.
    if (a.get(last).isNil()) {
      throw a.wrong(last, "map[string]interface {}");
    }
    SortedMap<String, GoValue> map = a.map(last);
    for (int key = 0; key < last - 1; key++) {
      a.text(key);
    }
    for (int i = 0; ; i++) {
      GoValue value = map.get(a.text(i));
      if (value == null) {
        return a.any(last - 1);
      }
      if (i == last - 2) {
        return value;
      }
      if (!(value instanceof GoValue.Entries(SortedMap<String, GoValue> next, boolean ofText))
          || ofText) {
        throw TemplateStop.failed("`dig` finds a " + value.type() + " under `" + a.text(i) + "`");
      }
      map = next;
    }
  }

  private static GoValue orDefault(Arguments a) throws TemplateStop {
    return a.atLeast(1).count() == 1 || !a.get(1).isTrue() ? a.any(0) : a.get(1);
  }

  private static String kind(GoValue value) {
    return switch (value) {
      case GoValue.Items ignored -> "slice";
      case GoValue.Entries ignored -> "map";
      case GoValue.Nil ignored -> "invalid";
      default -> value.type();
    };
  }

  private static GoValue splitMap(String text, String separator, int most) throws TemplateStop {
    SortedMap<String, GoValue> parts = new TreeMap<>();
    for (String part : most == 0 ? List.<String>of() : TextFunctions.split(separator, text, most)) {
      parts.put("_" + parts.size(), GoValue.of(part));
    }
    return new GoValue.Entries(parts, true);
  }
}
