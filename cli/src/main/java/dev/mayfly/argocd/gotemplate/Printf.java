package dev.mayfly.argocd.gotemplate;

import java.util.List;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The verbs of Go's {@code fmt} (Go, {@code fmt/print.go} and {@code fmt/format.go}). */
final class Printf {
  private static final Pattern VERB =
      Pattern.compile("%([-+# 0]*)([0-9]{0,4})(?:\\.([0-9]{0,4}))?(.)?", Pattern.DOTALL);

  private Printf() {}

  static String format(String format, List<GoValue> values) throws TemplateStop {
    StringBuilder out = new StringBuilder();
    Matcher written = VERB.matcher(format);
    int from = 0;
    int used = 0;
    while (written.find(from)) {
      out.append(format, from, written.start());
      from = written.end();
      if (written.group(4) == null) {
        out.append("%!(NOVERB)");
      } else if (written.group(4).equals("%")) {
        out.append('%');
      } else if (written.group(4).equals("!") && used >= values.size()) {
        out.append("%!!(NOVERB)");
      } else if (used >= values.size()) {
        out.append("%!").append(written.group(4)).append("(MISSING)");
      } else {
        out.append(one(new PrintfVerb(written), values.get(used++)));
      }
      Meter.length(out.length());
    }
    out.append(format.substring(from));
    if (used < values.size()) {
      out.append("%!(EXTRA ");
      for (int i = used; i < values.size(); i++) {
        GoValue value = values.get(i);
        out.append(i > used ? ", " : "");
        out.append(value.isNil() ? "<nil>" : value.type() + "=" + Meter.print(value));
      }
      out.append(')');
    }
    return out.toString();
  }

  private static String one(PrintfVerb verb, GoValue value) throws TemplateStop {
    if (verb.is("T")) {
      return verb.padded(verb.cut(value.type()), false);
    }
    if (value.isNil()) {
      return verb.is("v") ? verb.padded("<nil>", false) : verb.ofNothing();
    }
    return inner(verb, value);
  }

  private static String inner(PrintfVerb verb, GoValue value) throws TemplateStop {
    return switch (value) {
      case GoValue.Text(String text) -> verb.text(text);
      case GoValue.Whole(long number, boolean ignored) -> verb.whole(number, value);
      case GoValue.Fraction(double number) -> verb.fraction(number, value);
      case GoValue.Bool(boolean truth) ->
          verb.is("t") || verb.is("v")
              ? verb.padded(Boolean.toString(truth), false)
              : verb.wrong(value);
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
    if (!value.isNil()) {
      return inner(verb, value);
    }
    return verb.padded(verb.is("v") ? "<nil>" : verb.ofNothing(), false);
  }
}
