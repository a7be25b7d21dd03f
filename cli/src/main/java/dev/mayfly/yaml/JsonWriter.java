package dev.mayfly.yaml;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The one way JSON leaves this program: ASCII only, keys in their own order, the same bytes for the
 * same tree anywhere. An unpaired surrogate becomes U+FFFD, as UTF-8 has no way to say it.
 */
public final class JsonWriter {
  private final StringBuilder out = new StringBuilder(256);
  private final boolean pretty;

  private JsonWriter(boolean pretty) {
    this.pretty = pretty;
  }

  /** In one line without a line end, for requests. */
  public static String write(Tree tree) {
    JsonWriter writer = new JsonWriter(false);
    writer.value(tree, 0);
    return writer.out.toString();
  }

  /** Over several lines, indented by two spaces, with a final newline: for files and people. */
  public static String pretty(Tree tree) {
    JsonWriter writer = new JsonWriter(true);
    writer.value(tree, 0);
    return writer.out.append('\n').toString();
  }

  private void value(Tree tree, int indent) {
    switch (tree) {
      case Tree.Mapping mapping -> object(mapping.entries(), indent);
      case Tree.Sequence sequence -> array(sequence.items(), indent);
      case Tree.Text text -> string(text.value());
      case Tree.Number number -> out.append(number.value());
      case Tree.Bool bool -> out.append(bool.value());
      case Tree.Decimal decimal -> out.append(decimal.value());
      case Tree.Gap gap -> out.append(gap.literal());
      case Tree.Null ignored -> out.append("null");
    }
  }

  private void object(Map<String, Tree> entries, int indent) {
    out.append('{');
    String comma = "";
    for (Map.Entry<String, Tree> entry : entries.entrySet()) {
      out.append(comma);
      comma = ",";
      breakLine(indent + 2);
      string(entry.getKey());
      out.append(pretty ? ": " : ":");
      value(entry.getValue(), indent + 2);
    }
    close(entries.isEmpty(), indent, '}');
  }

  private void array(List<Tree> items, int indent) {
    out.append('[');
    String comma = "";
    for (Tree item : items) {
      out.append(comma);
      comma = ",";
      breakLine(indent + 2);
      value(item, indent + 2);
    }
    close(items.isEmpty(), indent, ']');
  }

  private void close(boolean empty, int indent, char bracket) {
    if (!empty) {
      breakLine(indent);
    }
    out.append(bracket);
  }

  private void breakLine(int indent) {
    if (pretty) {
      out.append('\n').repeat(' ', indent);
    }
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
          if (c >= ' ' && c <= '~') {
            out.append(c);
          } else {
            out.append("\\u").append(HexFormat.of().toHexDigits(isPaired(text, i) ? c : '\uFFFD'));
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean isPaired(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }
    return !Character.isLowSurrogate(c) || (i > 0 && Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
