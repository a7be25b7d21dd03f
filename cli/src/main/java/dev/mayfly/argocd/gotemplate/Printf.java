package dev.mayfly.argocd.gotemplate;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The verbs of Go's {@code fmt} that templates use; the others are not computed. */
final class Printf {
  private static final Pattern VERB =
      Pattern.compile("%([-+# 0]*)([0-9]{0,4})(?:\\.([0-9]{0,4}))?(.)?", Pattern.DOTALL);

  private Printf() {}

  static String format(String format, List<GoValue> values) throws TemplateStop {
    StringBuilder out = new StringBuilder();
    Matcher verb = VERB.matcher(format);
    int from = 0;
    int used = 0;
    while (verb.find(from)) {
      out.append(format, from, verb.start());
      from = verb.end();
      if ("%".equals(verb.group(4))) {
        out.append('%');
        continue;
      }
      if (verb.group(4) == null) {
        throw TemplateStop.unverifiable("the format ends in the middle of a verb");
      }
      if (used >= values.size()) {
        out.append("%!").append(verb.group(4)).append("(MISSING)");
        continue;
      }
      out.append(padded(verb, one(verb, values.get(used++))));
      Meter.length(out.length());
    }
    out.append(format.substring(from));
    if (used < values.size()) {
      throw TemplateStop.unverifiable("`printf` has more values than verbs");
    }
    return out.toString();
  }

  private static String one(Matcher verb, GoValue value) throws TemplateStop {
    String kind = verb.group(4);
    boolean plain = verb.group(1).chars().allMatch(c -> c == '-' || c == '0');
    String precision = verb.group(3);
    if (plain && precision == null && kind.equals("v")) {
      return Meter.print(value);
    }
    if (plain && value instanceof GoValue.Text(String text)) {
      switch (kind) {
        case "s", "v" -> {
          return cut(text, precision);
        }
        case "q" -> {
          return EncodingFunctions.quoted(cut(text, precision));
        }
        case "d" -> {
          return "%!d(string=" + text + ")";
        }
        default -> {}
      }
    }
    if (plain
        && precision == null
        && value instanceof GoValue.Whole(long number, boolean ignored)) {
      switch (kind) {
        case "d" -> {
          return Long.toString(number);
        }
        case "x" -> {
          return Long.toString(number, 16);
        }
        case "s" -> {
          return "%!s(" + value.type() + "=" + number + ")";
        }
        default -> {}
      }
    }
    if (plain && kind.equals("t") && value instanceof GoValue.Bool(boolean truth)) {
      return Boolean.toString(truth);
    }
    throw TemplateStop.unverifiable(
        "`" + verb.group() + "` of a " + value.type() + " is not computed");
  }

  private static String cut(String text, @org.jspecify.annotations.Nullable String precision) {
    if (precision == null) {
      return text;
    }
    int most = precision.isEmpty() ? 0 : Integer.parseInt(precision);
    int length = text.codePointCount(0, text.length());
    return most >= length ? text : text.substring(0, text.offsetByCodePoints(0, most));
  }

  private static String padded(Matcher verb, String text) {
    int width = verb.group(2).isEmpty() ? 0 : Integer.parseInt(verb.group(2));
    int missing = Math.max(0, width - text.codePointCount(0, text.length()));
    if (verb.group(1).contains("-")) {
      return text + " ".repeat(missing);
    }
    if (!verb.group(1).contains("0")) {
      return " ".repeat(missing) + text;
    }
    boolean sign = text.startsWith("-");
    return (sign ? "-" : "") + "0".repeat(missing) + (sign ? text.substring(1) : text);
  }
}
