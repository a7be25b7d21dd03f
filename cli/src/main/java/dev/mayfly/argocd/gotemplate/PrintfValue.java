package dev.mayfly.argocd.gotemplate;

import java.util.List;
import java.util.SortedMap;

/** A value under a verb, with what it holds (Go, {@code fmt/print.go}). */
final class PrintfValue {
  private PrintfValue() {}

  static String format(PrintfVerb verb, GoValue value) throws TemplateStop {
    if (verb.is("T")) {
      return verb.padded(verb.cut(value.type()));
    }
    if (value.isNil()) {
      return verb.is("v") ? verb.padded("<nil>") : verb.ofNothing();
    }
    if (verb.is("p") && !(value instanceof GoObject) && isHeld(value)) {
      throw TemplateStop.unverifiable("`%p` gives another result on every run");
    }
    return verb.is("w") ? verb.wrong(value) : inner(verb, value);
  }

  private static boolean isHeld(GoValue value) {
    return value instanceof GoValue.Items || value instanceof GoValue.Entries;
  }

  private static String object(PrintfVerb verb, GoObject object) throws TemplateStop {
    if (object instanceof UnsignedNumber number && verb.isOfNumbers()) {
      return verb.whole(number.value(), number.asWhole());
    }
    if (object instanceof SemanticVersion && verb.isOfTexts()) {
      return verb.text(object.text());
    }
    throw TemplateStop.unverifiable(
        "the verb of `printf` for a `" + object.goType() + "` is not computed");
  }

  private static String inner(PrintfVerb verb, GoValue value) throws TemplateStop {
    return switch (value) {
      case GoObject object -> object(verb, object);
      case GoValue.Text(String text) -> verb.text(text);
      case GoValue.Whole(long number, boolean ignored) -> verb.whole(number, value);
      case GoValue.Fraction(double number) -> verb.fraction(number, value);
      case GoValue.Bool(boolean truth) ->
          verb.is("t") || verb.is("v") ? verb.padded(Boolean.toString(truth)) : verb.wrong(value);
      case GoValue.Items ignored when verb.isSource() -> throw source(value);
      case GoValue.Entries ignored when verb.isSource() -> throw source(value);
      case GoValue.Items(List<GoValue> items, boolean ignored) -> {
        StringBuilder out = new StringBuilder("[");
        String gap = "";
        for (GoValue item : items) {
          out.append(gap).append(part(verb, item));
          gap = " ";
          Meter.length(out.length());
        }
        yield out.append(']').toString();
      }
      case GoValue.Entries(SortedMap<String, GoValue> entries, boolean ignored) -> {
        StringBuilder out = new StringBuilder("map[");
        String gap = "";
        for (var entry : entries.entrySet()) {
          out.append(gap)
              .append(verb.text(entry.getKey()))
              .append(':')
              .append(part(verb, entry.getValue()));
          gap = " ";
          Meter.length(out.length());
        }
        yield out.append(']').toString();
      }
      default -> verb.wrong(value);
    };
  }

  private static String part(PrintfVerb verb, GoValue value) throws TemplateStop {
    return value.isNil() ? "<nil>" : inner(verb, value);
  }

  private static TemplateStop source(GoValue value) {
    return TemplateStop.unverifiable("`%#v` of a `" + value.type() + "` is not computed");
  }
}
