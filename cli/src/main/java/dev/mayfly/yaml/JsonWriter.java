package dev.mayfly.yaml;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The one way JSON leaves this program: two spaces, keys in the order given, a final newline. */
public final class JsonWriter {
  private final StringBuilder out = new StringBuilder();

  private JsonWriter() {}

  /** The document as text that ends in a newline. */
  public static String write(Tree document) {
    JsonWriter writer = new JsonWriter();
    writer.value(document, 0);
    return writer.out.append('\n').toString();
  }

  private void value(Tree value, int indent) {
    switch (value) {
      case Tree.Mapping(Map<String, Tree> entries) -> mapping(entries, indent);
      case Tree.Sequence(List<Tree> items) -> sequence(items, indent);
      case Tree.Text(String text) -> string(text);
      case Tree.Number(long number) -> out.append(number);
      case Tree.Bool(boolean bool) -> out.append(bool);
    }
  }

  private void mapping(Map<String, Tree> entries, int indent) {
    if (entries.isEmpty()) {
      out.append("{}");
      return;
    }
    out.append("{\n");
    Iterator<Map.Entry<String, Tree>> iterator = entries.entrySet().iterator();
    while (iterator.hasNext()) {
      Map.Entry<String, Tree> entry = iterator.next();
      out.repeat(' ', indent + 2);
      string(entry.getKey());
      out.append(": ");
      value(entry.getValue(), indent + 2);
      out.append(iterator.hasNext() ? ",\n" : "\n");
    }
    out.repeat(' ', indent).append('}');
  }

  private void sequence(List<Tree> items, int indent) {
    if (items.isEmpty()) {
      out.append("[]");
      return;
    }
    out.append("[\n");
    for (int i = 0; i < items.size(); i++) {
      out.repeat(' ', indent + 2);
      value(items.get(i), indent + 2);
      out.append(i + 1 < items.size() ? ",\n" : "\n");
    }
    out.repeat(' ', indent).append(']');
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        default -> {
          if (c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
