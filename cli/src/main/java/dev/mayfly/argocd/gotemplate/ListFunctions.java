package dev.mayfly.argocd.gotemplate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Functions over lists (Masterminds/sprig v3.3.0). */
final class ListFunctions {
  private ListFunctions() {}

  static void addTo(FunctionTable all) {
    all.add("list", a -> GoValue.list(a.anys()));
    all.add("tuple", a -> GoValue.list(a.anys()));
    all.addBoth("first", 1, a -> end(a, true));
    all.addBoth("last", 1, a -> end(a, false));
    all.addBoth("chunk", 2, a -> chunks(a.whole(0), a.items(1)));
    all.addBoth("rest", 1, a -> part(a, 1, 0));
    all.addBoth("initial", 1, a -> part(a, 0, 1));
    all.addBoth("reverse", 1, a -> GoValue.list(a.items(0).reversed()));
    all.addBoth("uniq", 1, a -> GoValue.list(a.items(0).stream().distinct().toList()));
    all.addBoth("compact", 1, a -> filtered(a, GoValue::isTrue));
    all.addBoth("append", 2, a -> appended(a.items(0), List.of(a.any(1))));
    all.addBoth("push", 2, a -> appended(a.items(0), List.of(a.any(1))));
    all.addBoth("prepend", 2, a -> appended(List.of(a.any(1)), a.items(0)));
    all.addBoth("has", 2, a -> GoValue.of(has(a)));
    all.addBoth("slice", a -> slice(a.atLeast(1)));
    all.addBoth("without", a -> filtered(a, it -> !a.from(1).anys().contains(it)));
    all.add("concat", ListFunctions::concat);
    all.text("join", 2, a -> join(a.text(0), texts(a.get(1))));
    all.add("toStrings", 1, a -> GoValue.texts(texts(a.get(0))));
    all.add("sortAlpha", 1, a -> GoValue.texts(sorted(a.get(0))));
    all.add("until", 1, a -> until(a.whole(0)));
    all.add("coalesce", ListFunctions::coalesce);
    all.add("all", a -> GoValue.of(a.values().stream().allMatch(GoValue::isTrue)));
    all.add("any", a -> GoValue.of(a.values().stream().anyMatch(GoValue::isTrue)));
  }

  private static GoValue filtered(Arguments a, Predicate<GoValue> kept) throws TemplateStop {
    return GoValue.list(a.items(0).stream().filter(kept).toList());
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
    if (value instanceof GoValue.Items(List<GoValue> items, String ignored)) {
      for (GoValue item : items) {
        if (!item.isNil()) {
          texts.add(Meter.print(item));
        }
      }
    } else if (!value.isNil()) {
      texts.add(Meter.print(value));
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
    return value.isNil()
        ? List.of(Meter.print(value))
        : texts(value).stream().sorted(byBytes).toList();
  }

  private static GoValue until(int count) throws TemplateStop {
    List<GoValue> numbers = new ArrayList<>();
    int size = Meter.items(Math.abs((long) count));
    for (int i = 0; i < size; i++) {
      numbers.add(GoValue.of((long) Integer.signum(count) * i));
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
    return new GoValue.Items(
        items.subList((int) start, (int) end), ((GoValue.Items) a.get(0)).element());
  }
}
