package dev.mayfly.lint.view;

import dev.mayfly.argocd.gotemplate.TemplatePosition;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.ScalarNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a part of a text stands in the file that holds it. */
public final class TextPlace {
  /** An action up to its end, a word or a path of words, or one character. */
  private static final Pattern PART = Pattern.compile("\\{\\{.*?}}|[.$]?\\w[\\w.]*|.");

  /** What stands before the first line with a sign in it; nobody writes more. */
  private static final int BLANK = 100;

  private TextPlace() {}

  /**
   * The part that begins at a position; the whole text where its lines are not those of the file.
   */
  public static Location of(ScalarNode text, TemplatePosition at) {
    return find(text, at).orElse(text.location());
  }

  /** The same of a part that stands in this line of the text, wherever in the line. */
  static Location of(ScalarNode text, int line, String part) {
    Location block = text.location();
    int indent = indent(text);
    String whole = indent < 0 ? "" : block.source().line(block.line() + line);
    int start = whole.indexOf(part, Math.max(0, indent));
    if (start < 0) {
      return block;
    }
    int column = whole.codePointCount(0, start) + 1;
    return place(block, line, column, part.codePointCount(0, part.length()));
  }

  /**
   * The part at a position where the text is a literal block, whose lines stand in the file as they
   * are but for what they are indented by (YAML 1.2.2, 8.1.2).
   */
  static Optional<Location> find(ScalarNode text, TemplatePosition at) {
    Location block = text.location();
    int indent = indent(text);
    String line = indent < 0 ? "" : block.source().line(block.line() + at.line());
    int column = indent + at.column();
    if (column < 1 || column > line.codePointCount(0, line.length())) {
      return Optional.empty();
    }
    int start = line.offsetByCodePoints(0, column - 1);
    Matcher found = PART.matcher(line).region(start, line.length());
    int length = found.lookingAt() ? line.codePointCount(start, found.end()) : 1;
    return Optional.of(place(block, at.line(), column, length));
  }

  private static Location place(Location block, int line, int column, int length) {
    int number = block.line() + line;
    return new Location(block.source(), number, column, number, column + length);
  }

  /** How far a literal block is indented, in spaces; negative where the text is none. */
  private static int indent(ScalarNode text) {
    Location block = text.location();
    if (!header(block).startsWith("|")) {
      return -1;
    }
    Optional<String> first =
        text.text().lines().limit(BLANK).filter(it -> !it.isBlank()).findFirst();
    for (int line = block.line() + 1; first.isPresent() && line <= block.line() + BLANK; line++) {
      String written = block.source().line(line);
      if (!written.isBlank()) {
        return written.endsWith(first.get()) ? written.length() - first.get().length() : -1;
      }
    }
    return -1;
  }

  private static String header(Location block) {
    String line = block.source().line(block.line());
    int column = Math.max(0, block.column() - 1);
    return column >= line.codePointCount(0, line.length())
        ? ""
        : line.substring(line.offsetByCodePoints(0, column));
  }
}
