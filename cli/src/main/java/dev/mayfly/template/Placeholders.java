package dev.mayfly.template;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;

/** The pieces of a scalar: characters and {@code ${key}} placeholders; {@code $${} is {@code ${}. */
final class Placeholders {
  /** One piece of a scalar. */
  sealed interface Piece {}

  record Characters(String text) implements Piece {}

  record Placeholder(String key, Location location) implements Piece {}

  private Placeholders() {}

  /** Splits a scalar; a malformed placeholder is added to the problems. */
  static List<Piece> split(ScalarNode scalar, Problems problems) {
    String text = scalar.text();
    if (text.indexOf("${") < 0) {
      return text.isEmpty() ? List.of() : List.of(new Characters(text));
    }
    List<Piece> pieces = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      if (text.startsWith("$${", i)) {
        literal.append("${");
        i += 3;
      } else if (text.startsWith("${", i)) {
        int end = text.indexOf('}', i);
        String key = end < 0 ? text.substring(i + 2) : text.substring(i + 2, end);
        Location location = locate(scalar, "${" + key);
        if (end < 0 || !isKey(key)) {
          problems.add(malformed(key, end < 0, location));
          return List.of();
        }
        flush(literal, pieces);
        pieces.add(new Placeholder(key, location));
        i = end + 1;
      } else {
        literal.append(text.charAt(i++));
      }
    }
    flush(literal, pieces);
    return pieces;
  }

  private static void flush(StringBuilder literal, List<Piece> pieces) {
    if (!literal.isEmpty()) {
      pieces.add(new Characters(literal.toString()));
      literal.setLength(0);
    }
  }

  private static Problem malformed(String key, boolean open, Location location) {
    return Problem.error(
        "placeholder",
        location,
        open ? "this placeholder has no closing brace" : "`" + key + "` is not a key",
        "write ${key.path}, or $${ for the characters ${");
  }

  private static boolean isKey(String key) {
    boolean start = true;
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean inner = letter || (c >= '0' && c <= '9') || c == '-' || c == '_';
      if (c == '.' ? start : !(start ? letter || (c >= '0' && c <= '9') : inner)) {
        return false;
      }
      start = c == '.';
    }
    return !start;
  }

  /** Finds the place in the source, whatever quoting or folding lies between. */
  private static Location locate(ScalarNode scalar, String written) {
    Location whole = scalar.location();
    int last = Math.max(whole.endLine(), whole.line());
    for (int line = whole.line(); line <= last; line++) {
      int from = line == whole.line() ? Math.max(0, whole.column() - 1) : 0;
      String text = whole.source().line(line);
      int column = text.indexOf(written, Math.min(from, text.length()));
      if (column >= 0) {
        int start = text.codePointCount(0, column) + 1;
        int end = start + written.codePointCount(0, written.length()) + 1;
        return new Location(whole.source(), line, start, line, end);
      }
    }
    return whole;
  }
}
