package dev.mayfly.yaml;

import java.util.List;
import java.util.Map;

/**
 * Writes a tree as JSON in one line, ASCII only, keys in their own order: the same tree gives the
 * same bytes anywhere. An unpaired surrogate becomes U+FFFD, as UTF-8 has no way to say it.
 */
public final class JsonWriter {
  private final StringBuilder out = new StringBuilder(256);

  private JsonWriter() {}

  public static String write(Tree tree) {
    JsonWriter writer = new JsonWriter();
    writer.value(tree);
    return writer.out.toString();
  }

  private void value(Tree tree) {
    switch (tree) {
      case Tree.Mapping mapping -> object(mapping.entries());
      case Tree.Sequence sequence -> array(sequence.items());
      case Tree.Text text -> string(text.value());
      case Tree.Number number -> out.append(number.value());
      case Tree.Bool bool -> out.append(bool.value());
    }
  }

  private void object(Map<String, Tree> entries) {
    out.append('{');
    String comma = "";
    for (Map.Entry<String, Tree> entry : entries.entrySet()) {
      out.append(comma);
      comma = ",";
      string(entry.getKey());
      out.append(':');
      value(entry.getValue());
    }
    out.append('}');
  }

  private void array(List<Tree> items) {
    out.append('[');
    String comma = "";
    for (Tree item : items) {
      out.append(comma);
      comma = ",";
      value(item);
    }
    out.append(']');
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
            escape(isPaired(text, i) ? c : '\uFFFD');
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

  private void escape(char c) {
    String hex = Integer.toHexString(c);
    out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
  }
}
