package dev.mayfly.argocd.gotemplate;

import java.util.List;
import java.util.SortedMap;

/** Values as Go's {@code encoding/json} writes them: compact, keys sorted. */
final class GoJson {
  private final StringBuilder out = new StringBuilder();
  private final boolean escapesHtml;

  private GoJson(boolean escapesHtml) {
    this.escapesHtml = escapesHtml;
  }

  static String write(GoValue value, boolean escapesHtml) throws TemplateStop {
    GoJson json = new GoJson(escapesHtml);
    json.value(value);
    return json.out.toString();
  }

  /** With two spaces for each level. */
  static String pretty(GoValue value) throws TemplateStop {
    String compact = write(value, true);
    StringBuilder out = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < compact.length(); i++) {
      char c = compact.charAt(i);
      if (quoted || c == '"') {
        out.append(c);
        if (c == '\\') {
          out.append(compact.charAt(++i));
        }
        quoted = c == '"' ? !quoted : quoted;
        continue;
      }
      boolean opens = c == '{' || c == '[';
      if (opens && "}]".indexOf(compact.charAt(i + 1)) >= 0) {
        out.append(c).append(compact.charAt(++i));
        continue;
      }
      depth += opens ? 1 : c == '}' || c == ']' ? -1 : 0;
      boolean closes = c == '}' || c == ']';
      out.append(closes ? "\n" + "  ".repeat(depth) : "").append(c);
      out.append(c == ':' ? " " : "");
      out.append(opens || c == ',' ? "\n" + "  ".repeat(depth) : "");
      Meter.length(out.length());
    }
    return out.toString();
  }

  @SuppressWarnings("ReferenceEquality")
  private void value(GoValue value) throws TemplateStop {
    Meter.length(out.length());
    switch (value) {
      case GoValue.Nil ignored -> out.append("null");
      case GoValue.Absent ignored -> out.append("null");
      case GoObject object -> string(object.text());
      case GoValue.Text(String text) -> string(text);
      case GoValue.Bool(boolean truth) -> out.append(truth);
      case GoValue.Whole(long number, boolean ignored) -> out.append(number);
      case GoValue.Fraction(double number) -> out.append(GoNumbers.json(number));
      case GoValue.Items none when none == RegexFunctions.NONE -> out.append("null");
      case GoValue.Items(List<GoValue> items, boolean ignored) -> {
        out.append('[');
        String comma = "";
        for (GoValue item : items) {
          out.append(comma);
          value(item);
          comma = ",";
        }
        out.append(']');
      }
      case GoValue.Entries(SortedMap<String, GoValue> entries, boolean ignored) -> {
        out.append('{');
        String comma = "";
        for (var entry : entries.entrySet()) {
          out.append(comma);
          string(entry.getKey());
          out.append(':');
          value(entry.getValue());
          comma = ",";
        }
        out.append('}');
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
            String hex = Integer.toHexString(c);
            out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
