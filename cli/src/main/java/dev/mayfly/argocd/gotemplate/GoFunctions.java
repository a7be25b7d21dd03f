package dev.mayfly.argocd.gotemplate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BiPredicate;

/** Go's own functions (Go, {@code text/template/funcs.go}). */
final class GoFunctions {
  private GoFunctions() {}

  static void addTo(FunctionTable all) {
    all.add("not", 1, a -> GoValue.of(!a.get(0).isTrue()));
    all.add("eq", a -> GoValue.of(Comparisons.isAnyEqual(a.atLeast(2))));
    all.add("ne", 2, a -> GoValue.of(!Comparisons.isEqual(a.get(0), a.get(1))));
    all.add("lt", 2, a -> GoValue.of(Comparisons.isLess(a.get(0), a.get(1))));
    all.add("ge", 2, a -> GoValue.of(!Comparisons.isLess(a.get(0), a.get(1))));
    all.add("gt", 2, a -> GoValue.of(isGreater(a)));
    all.add("le", 2, a -> GoValue.of(!isGreater(a)));
    all.add("len", 1, a -> GoValue.of(length(a)));
    all.add("index", GoFunctions::index);
    all.add("print", a -> GoValue.of(print(a.values())));
    all.add("println", a -> GoValue.of(joined(a.values(), (one, other) -> true) + "\n"));
    all.add("printf", a -> GoValue.of(Printf.format(a.atLeast(1).text(0), a.from(1).values())));
  }

  private static boolean isGreater(Arguments a) throws TemplateStop {
    return !Comparisons.isLess(a.get(0), a.get(1)) && !Comparisons.isEqual(a.get(0), a.get(1));
  }

  private static long length(Arguments a) throws TemplateStop {
    return switch (a.get(0)) {
      case GoValue.Text(String text) -> text.getBytes(StandardCharsets.UTF_8).length;
      case GoValue.Items(List<GoValue> items, String ignored) -> items.size();
      case GoValue.Entries(SortedMap<String, GoValue> entries, boolean ignored) -> entries.size();
      default -> throw a.wrong(0, "something with a length");
    };
  }

  /** Reads a missing key without an error, whatever {@code missingkey} says. */
  private static GoValue index(Arguments a) throws TemplateStop {
    GoValue value = a.get(0);
    if (value.isNil()) {
      throw TemplateStop.failed("`index` cannot look into nothing");
    }
    for (int i = 1; i < a.count(); i++) {
      value =
          switch (value) {
            case GoValue.Items(List<GoValue> items, String ignored) ->
                items.get(checked(a.whole(i), items.size(), "a list of " + items.size()));
            case GoValue.Entries(SortedMap<String, GoValue> entries, boolean ofText) -> {
              GoValue found = entries.get(a.text(i));
              yield found != null ? found : ofText ? GoValue.of("") : GoValue.NIL;
            }
            // A byte, which is a number like others but for its type.
            case GoValue.Text(String text) -> {
              byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
              int at = checked(a.whole(i), bytes.length, bytes.length + " bytes");
              yield GoValue.of(bytes[at] & 0xFF);
            }
            case PluginInput input -> input.method(a.text(i), List.of());
            default -> throw TemplateStop.failed("`index` cannot look into " + value.type());
          };
    }
    return value;
  }

  private static int checked(int index, int size, String what) throws TemplateStop {
    if (index < 0 || index >= size) {
      throw TemplateStop.failed("`index` " + index + " is out of range of " + what);
    }
    return index;
  }

  /** Go puts a space between two operands when neither is a string. */
  static String print(List<GoValue> values) throws TemplateStop {
    return joined(values, (one, other) -> !isText(one) && !isText(other));
  }

  private static boolean isText(GoValue value) {
    return value instanceof GoValue.Text;
  }

  private static String joined(List<GoValue> values, BiPredicate<GoValue, GoValue> isApart)
      throws TemplateStop {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      out.append(i > 0 && isApart.test(values.get(i - 1), values.get(i)) ? " " : "");
      out.append(Meter.print(values.get(i)));
      Meter.length(out.length());
    }
    return out.toString();
  }
}
