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

  private TextPlace() {}

  /**
   * The part that begins at a position; the whole text where its lines are not those of the file.
   */
  public static Location of(ScalarNode text, TemplatePosition at) {
    return find(text, at).orElse(text.location());
  }

  /**
   * The same where the text is a literal block, whose lines stand in the file as they are but for
   * what they are indented by (YAML 1.2.2, 8.1.2).
   */
  static Optional<Location> find(ScalarNode text, TemplatePosition at) {
    Location block = text.location();
    String[] lines = text.text().split("\n", -1);
    if (!header(block).startsWith("|") || at.line() > lines.length) {
      return Optional.empty();
    }
    String part = lines[at.line() - 1];
    int number = block.line() + at.line();
    String line = block.source().line(number);
    if (part.isEmpty() || !line.endsWith(part)) {
      return Optional.empty();
    }
    int start = part.offsetByCodePoints(0, at.column() - 1);
    Matcher found = PART.matcher(part).region(start, part.length());
    int length = found.lookingAt() ? part.codePointCount(start, found.end()) : 1;
    int indent = line.codePointCount(0, line.length() - part.length());
    int column = indent + at.column();
    return Optional.of(new Location(block.source(), number, column, number, column + length));
  }

  private static String header(Location block) {
    String line = block.source().line(block.line());
    int column = Math.max(0, block.column() - 1);
    return column >= line.codePointCount(0, line.length())
        ? ""
        : line.substring(line.offsetByCodePoints(0, column));
  }
}
