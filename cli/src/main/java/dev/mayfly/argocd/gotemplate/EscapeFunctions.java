package dev.mayfly.argocd.gotemplate;

import dev.mayfly.http.PercentEncoding;
import java.util.List;
import java.util.Locale;

/** Go's own escapes (Go, {@code text/template/funcs.go}). */
final class EscapeFunctions {
  private EscapeFunctions() {}

  private interface Escape {
    void add(StringBuilder out, int c);
  }

  static void addTo(FunctionTable all) {
    all.add("html", a -> each(a, EscapeFunctions::html));
    all.add("js", a -> each(a, EscapeFunctions::js));
    all.add("urlquery", a -> each(a, EscapeFunctions::query));
    all.add(
        "call",
        a -> {
          throw TemplateStop.failed("`call` is given what is not a function");
        });
  }

  private static GoValue each(Arguments a, Escape escape) throws TemplateStop {
    List<GoValue> values =
        a.values().stream().map(it -> it.isNil() ? GoValue.of("<no value>") : it).toList();
    StringBuilder out = new StringBuilder();
    for (int c : GoFunctions.print(values).codePoints().toArray()) {
      escape.add(out, c);
      Meter.length(out.length());
    }
    return GoValue.of(out.toString());
  }

  private static void html(StringBuilder out, int c) {
    switch (c) {
      case 0 -> out.append('\uFFFD');
      case '"' -> out.append("&#34;");
      case '\'' -> out.append("&#39;");
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      default -> out.appendCodePoint(c);
    }
  }

  private static void js(StringBuilder out, int c) {
    switch (c) {
      case '\\' -> out.append("\\\\");
      case '\'' -> out.append("\\'");
      case '"' -> out.append("\\\"");
      case '<', '>', '&', '=' -> out.append(escaped(c));
      default -> {
        if (c < 0x80 ? c < ' ' : !GoQuote.isPrint(c)) {
          out.append(escaped(c));
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }

  private static String escaped(int c) {
    return String.format(Locale.ROOT, "\\u%04X", c);
  }

  private static void query(StringBuilder out, int c) {
    out.append(c == ' ' ? "+" : PercentEncoding.encode(Character.toString(c), ""));
  }
}
