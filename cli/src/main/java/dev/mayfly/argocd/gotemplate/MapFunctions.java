package dev.mayfly.argocd.gotemplate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Functions over maps and over what may be missing (Masterminds/sprig v3.3.0). */
final class MapFunctions {
  static final Map<String, TemplateFunction> ALL = all();

  private MapFunctions() {}

  private static Map<String, TemplateFunction> all() {
    Map<String, TemplateFunction> all = new HashMap<>();
    all.put("dict", MapFunctions::dict);
    // A missing key is the empty string, never an error.
    all.put("get", a -> a.exactly(2).map(0).getOrDefault(a.text(1), GoValue.of("")));
    all.put("hasKey", a -> GoValue.of(a.exactly(2).map(0).containsKey(a.text(1))));
    all.put("pluck", MapFunctions::pluck);
    all.put("pick", a -> some(a.atLeast(1), true));
    all.put("omit", a -> some(a.atLeast(1), false));
    all.put("dig", MapFunctions::dig);
    all.put("default", MapFunctions::orDefault);
    all.put("empty", a -> GoValue.of(!a.exactly(1).get(0).isTrue()));
    all.put("ternary", a -> a.exactly(3).truth(2) ? a.any(0) : a.any(1));
    all.put("kindOf", a -> GoValue.of(kind(a.exactly(1).any(0))));
    all.put("kindIs", a -> GoValue.of(a.exactly(2).text(0).equals(kind(a.any(1)))));
    all.put("typeOf", a -> GoValue.of(a.exactly(1).any(0).type()));
    all.put("typeIs", a -> GoValue.of(a.exactly(2).text(0).equals(a.any(1).type())));
    all.put("typeIsLike", a -> GoValue.of(isLike(a.exactly(2).text(0), a.any(1).type())));
    all.put("deepCopy", a -> copied(a.exactly(1)));
    all.put("mustDeepCopy", a -> copied(a.exactly(1)));
    all.put("keys", MapFunctions::keys);
    all.put("values", a -> values(a.exactly(1).map(0)));
    all.put("deepEqual", a -> GoValue.of(a.exactly(2).any(0).equals(a.any(1))));
    all.put("split", a -> splitMap(a.exactly(2).text(1), a.text(0), -1));
    all.put("splitn", a -> splitMap(a.exactly(3).text(2), a.text(0), a.whole(1)));
    return all;
  }

  private static boolean isLike(String target, String type) {
    return target.equals(type) || ("*" + target).equals(type);
  }

  private static GoValue copied(Arguments a) throws TemplateStop {
    return OwnMap.copy(a.any(0));
  }

  /** Go's maps have no order: that of several keys is known only where it does not matter. */
  private static GoValue keys(Arguments a) throws TemplateStop {
    List<String> keys = new ArrayList<>();
    boolean ordered = true;
    for (int i = 0; i < a.count(); i++) {
      keys.addAll(a.map(i).keySet());
      ordered &= a.map(i).size() < 2;
    }
    if (!ordered) {
      throw TemplateStop.unverifiable("`keys` gives another order on every run");
    }
    return GoValue.texts(keys);
  }

  private static GoValue values(SortedMap<String, GoValue> map) throws TemplateStop {
    if (map.size() > 1) {
      throw TemplateStop.unverifiable("`values` gives another order on every run");
    }
    return GoValue.list(List.copyOf(map.values()));
  }

  private static GoValue dict(Arguments a) throws TemplateStop {
    SortedMap<String, GoValue> map = new OwnMap();
    for (int i = 0; i < a.count(); i += 2) {
      map.put(TextFunctions.string(a.get(i)), i + 1 < a.count() ? a.any(i + 1) : GoValue.of(""));
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
    SortedMap<String, GoValue> map = a.map(last);
    for (int i = 0; i < last - 1; i++) {
      for (int key = 0; key < last - 1; key++) {
        a.text(key);
      }
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
    return a.any(last - 1);
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
