package dev.mayfly.argocd.gotemplate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Functions over lists (Masterminds/sprig v3.3.0). */
final class ListFunctions {
  static final Map<String, TemplateFunction> ALL = all();

  private ListFunctions() {}

  private static Map<String, TemplateFunction> all() {
    Map<String, TemplateFunction> all = new HashMap<>();
    both(all, "list", "tuple", a -> GoValue.list(a.values()));
    both(all, "first", "mustFirst", a -> end(a.exactly(1), true));
    both(all, "last", "mustLast", a -> end(a.exactly(1), false));
    both(all, "chunk", "mustChunk", a -> chunks(a.exactly(2).whole(0), a.items(1)));
    both(all, "slice", "mustSlice", a -> slice(a.atLeast(1)));
    both(all, "rest", "mustRest", a -> part(a.exactly(1), 1, 0));
    both(all, "initial", "mustInitial", a -> part(a.exactly(1), 0, 1));
    both(all, "reverse", "mustReverse", a -> GoValue.list(a.exactly(1).items(0).reversed()));
    both(
        all,
        "uniq",
        "mustUniq",
        a -> GoValue.list(a.exactly(1).items(0).stream().distinct().toList()));
    both(
        all,
        "compact",
        "mustCompact",
        a -> GoValue.list(a.exactly(1).items(0).stream().filter(GoValue::isTrue).toList()));
    both(all, "append", "mustAppend", a -> appended(a.exactly(2).items(0), List.of(a.any(1))));
    both(all, "push", "mustPush", a -> appended(a.exactly(2).items(0), List.of(a.any(1))));
    both(all, "prepend", "mustPrepend", a -> appended(List.of(a.exactly(2).any(1)), a.items(0)));
    all.put("concat", ListFunctions::concat);
    both(all, "has", "mustHas", a -> GoValue.of(has(a.exactly(2))));
    both(
        all,
        "without",
        "mustWithout",
        a ->
            GoValue.list(
                a.items(0).stream().filter(v -> !a.from(1).values().contains(v)).toList()));
    all.put("join", a -> GoValue.of(join(a.exactly(2).text(0), texts(a.get(1)))));
    all.put("toStrings", a -> GoValue.texts(texts(a.exactly(1).get(0))));
    all.put("sortAlpha", a -> GoValue.texts(sorted(a.exactly(1).get(0))));
    all.put("until", a -> until(a.exactly(1).whole(0)));
    both(all, "coalesce", "coalesce", ListFunctions::coalesce);
    all.put("all", a -> GoValue.of(a.values().stream().allMatch(GoValue::isTrue)));
    all.put("any", a -> GoValue.of(a.values().stream().anyMatch(GoValue::isTrue)));
    return all;
  }

  private static void both(
      Map<String, TemplateFunction> all, String name, String must, TemplateFunction function) {
    all.put(name, function);
    all.put(must, function);
  }

  private static GoValue end(Arguments a, boolean first) throws TemplateStop {
    List<GoValue> items = a.items(0);
    return items.isEmpty() ? GoValue.NIL : first ? items.getFirst() : items.getLast();
  }

  private static GoValue part(Arguments a, int skipped, int left) throws TemplateStop {
    List<GoValue> items = a.items(0);
    return items.isEmpty()
        ? GoValue.list(List.of())
        : GoValue.list(items.subList(skipped, items.size() - left));
  }

  private static GoValue appended(List<GoValue> front, List<GoValue> back) throws TemplateStop {
    Meter.items((long) front.size() + back.size());
    List<GoValue> all = new ArrayList<>(front);
    all.addAll(back);
    return GoValue.list(all);
  }

  private static GoValue concat(Arguments a) throws TemplateStop {
    List<GoValue> all = new ArrayList<>();
    for (int i = 0; i < a.count(); i++) {
      all.addAll(a.items(i));
      Meter.items(all.size());
    }
    return GoValue.list(all);
  }

  private static boolean has(Arguments a) throws TemplateStop {
    return !a.get(1).isNil() && a.items(1).contains(a.any(0));
  }

  /** sprig's {@code strslice}: a lone value is a list of one, nil items are left out. */
  static List<String> texts(GoValue value) throws TemplateStop {
    List<String> texts = new ArrayList<>();
    if (value instanceof GoValue.Items(List<GoValue> items, boolean ignored)) {
      for (GoValue item : items) {
        if (!item.isNil()) {
          texts.add(TextFunctions.string(item));
        }
      }
    } else if (!value.isNil()) {
      texts.add(TextFunctions.string(value));
    }
    return texts;
  }

  private static String join(String separator, List<String> texts) throws TemplateStop {
    long length = (long) separator.length() * texts.size();
    Meter.length(length + texts.stream().mapToLong(String::length).sum());
    return String.join(separator, texts);
  }

  private static List<String> sorted(GoValue value) throws TemplateStop {
    Comparator<String> byBytes = Comparisons::compareBytes;
    return texts(value).stream().sorted(byBytes).toList();
  }

  private static GoValue until(int count) throws TemplateStop {
    List<GoValue> numbers = new ArrayList<>();
    int size = Meter.items(Math.abs((long) count));
    for (int i = 0; i < size; i++) {
      numbers.add(GoValue.of(count < 0 ? -i : i));
    }
    return GoValue.list(numbers);
  }

  private static GoValue coalesce(Arguments a) {
    return a.values().stream().filter(GoValue::isTrue).findFirst().orElse(GoValue.NIL);
  }

  private static GoValue chunks(int size, List<GoValue> items) throws TemplateStop {
    if (size <= 0) {
      throw TemplateStop.failed("a chunk has at least one item");
    }
    List<GoValue> chunks = new ArrayList<>();
    for (int i = 0; i < items.size(); i += size) {
      chunks.add(GoValue.list(items.subList(i, Math.min(items.size(), i + size))));
    }
    return GoValue.list(chunks);
  }

  private static GoValue slice(Arguments a) throws TemplateStop {
    List<GoValue> items = a.items(0);
    if (items.isEmpty()) {
      return GoValue.NIL;
    }
    long start = a.count() > 1 ? GoCast.whole(a.any(1)) : 0;
    long end = a.count() > 2 ? GoCast.whole(a.any(2)) : items.size();
    if (start < 0 || end < start || end > items.size()) {
      throw TemplateStop.failed("`slice` goes beyond the list");
    }
    boolean ofText =
        a.get(0) instanceof GoValue.Items(List<GoValue> ignored, boolean texts) && texts;
    return new GoValue.Items(items.subList((int) start, (int) end), ofText);
  }
}
