package dev.mayfly.argocd.gotemplate;

import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;

/** Values as Go's {@code encoding/json} writes them: compact, keys sorted. */
final class GoJson {
  private final StringBuilder out = new StringBuilder();
  private final boolean escapesHtml;
  private final boolean pretty;

  private GoJson(boolean escapesHtml, boolean pretty) {
    this.escapesHtml = escapesHtml;
    this.pretty = pretty;
  }

  static String write(GoValue value, boolean escapesHtml) throws TemplateStop {
    return new GoJson(escapesHtml, false).written(value);
  }

  /** With two spaces for each level. */
  static String pretty(GoValue value) throws TemplateStop {
    return new GoJson(true, true).written(value);
  }

  private String written(GoValue value) throws TemplateStop {
    value(value, "\n");
    return out.toString();
  }

  /** {@code line} is the line end before what closes the value, with its indent. */
  private void value(GoValue value, String line) throws TemplateStop {
    Meter.length(out.length());
    String inner = line + "  ";
    switch (value) {
      case GoValue.Nil ignored -> out.append("null");
      case GoValue.Absent ignored -> out.append("null");
      case PluginInput input -> value(input.json(), line);
      case GoObject object ->
          throw TemplateStop.unverifiable(
              "the JSON of a `" + object.goType() + "` is not computed");
      case GoValue.Text(String text) -> string(text);
      case GoValue.Bool(boolean truth) -> out.append(truth);
      case GoValue.Whole(long number, boolean ignored) -> out.append(number);
      case GoValue.Fraction(double number) -> out.append(GoNumbers.json(number));
      case GoValue.Items none when RegexFunctions.isNone(none) -> out.append("null");
      case GoValue.Items(List<GoValue> items, String ignored) -> {
        String before = "[";
        for (GoValue item : items) {
          out.append(before).append(pretty ? inner : "");
          value(item, inner);
          before = ",";
        }
        out.append(items.isEmpty() ? "[" : pretty ? line : "").append(']');
      }
      case GoValue.Entries(SortedMap<String, GoValue> entries, boolean ignored) -> {
        String before = "{";
        for (var entry : entries.entrySet()) {
          out.append(before).append(pretty ? inner : "");
          string(entry.getKey());
          out.append(pretty ? ": " : ":");
          value(entry.getValue(), inner);
          before = ",";
        }
        out.append(entries.isEmpty() ? "{" : pretty ? line : "").append('}');
      }
    }
  }

  private void string(String text) throws TemplateStop {
    Meter.length(out.length() + (long) text.length());
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          boolean html = escapesHtml && (c == '<' || c == '>' || c == '&');
          if (c < ' ' || html || c == '\u2028' || c == '\u2029') {
            out.append("\\u").append(HexFormat.of().toHexDigits(c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
