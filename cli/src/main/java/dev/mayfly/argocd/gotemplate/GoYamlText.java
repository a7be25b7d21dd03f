package dev.mayfly.argocd.gotemplate;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.GoScalar;
import dev.mayfly.yaml.ScalarNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One text as go-yaml v2 writes it ({@code encode.go}, {@code emitterc.go}). */
final class GoYamlText {
  private static final Location NOWHERE = Location.ofFile("");
  private static final String CLOCK = "([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,][0-9]+)?";
  private static final Pattern TIME =
      Pattern.compile(
          "([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[Tt]"
              + CLOCK
              + "(?:Z|[-+][0-9]{2}:[0-9]{2})| "
              + CLOCK
              + ")?");

  private static final Pattern SEXAGESIMAL =
      Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");

  /** Beyond this column a line ends at the next space. */
  private static final int WIDTH = 80;

  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final String ESCAPED = "\0\007\b\t\n\013\f\r\033\"\\\u00a0";
  private static final String ESCAPES = "0abtnvfre\"\\_";

  private final StringBuilder out = new StringBuilder();
  private final String text;
  private final String inner;
  private final boolean folds;
  private int column;

  private GoYamlText(String text, int column, String indent, boolean folds) {
    this.text = text;
    this.column = column;
    this.inner = "\n" + indent + "  ";
    this.folds = folds;
  }

  /**
   * Writes it in the style that fits ({@code yaml_emitter_select_scalar_style}).
   *
   * @param column where it begins
   * @param indent of the map or list that it is in
   * @param simpleKey whether it has to stand on one line
   */
  static String write(String text, int column, String indent, boolean simpleKey)
      throws TemplateStop {
    GoYamlText writer = new GoYamlText(text, column, indent, !simpleKey);
    boolean quoted = !isPrintable(text) || text.contains(" \n");
    if (text.contains("\n")) {
      return quoted || simpleKey || text.endsWith(" ") ? writer.doubleQuoted() : writer.literal();
    }
    if (quoted
        || !(GoScalar.of(new ScalarNode(text, true, NOWHERE)) instanceof GoScalar.Text)
        || SEXAGESIMAL.matcher(text).matches()
        || isTime(text)) {
      return writer.doubleQuoted();
    }
    return isPlain(text) ? writer.flow("", text) : writer.flow("'", text.replace("'", "''"));
  }

  /** Whether it is a time in one of the forms that go-yaml tries ({@code resolve.go}). */
  private static boolean isTime(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      return false;
    }
    int[] parts = new int[6];
    for (int i = 0; i < parts.length; i++) {
      int group = i < 3 || time.group(4) != null ? i + 1 : i + 4;
      parts[i] = time.group(group) == null ? 0 : Integer.parseInt(time.group(group));
    }
    try {
      LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** What begins with a blank or a line end says how deep it is, which could not be seen else. */
  private String literal() {
    String hint = text.startsWith(" ") || text.startsWith("\n") ? "2" : "";
    String chomp =
        !text.endsWith("\n") ? "-" : text.endsWith("\n\n") || text.equals("\n") ? "+" : "";
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    out.append('|').append(hint).append(chomp);
    for (String line : body.split("\n", -1)) {
      out.append(line.isEmpty() ? "\n" : inner + line);
    }
    return out.toString();
  }

  /** Without quotes or in single ones; no line ends at one of several spaces. */
  private String flow(String quote, String body) {
    put(quote);
    for (int i = 0; i < body.length(); i += Character.charCount(body.codePointAt(i))) {
      if (isLong(body, i) && body.charAt(i + 1) != ' ') {
        newLine();
      } else {
        put(Character.toString(body.codePointAt(i)));
      }
    }
    put(quote);
    return out.toString();
  }

  /** Whether a line may end at this space, the first of as many as there are. */
  private boolean isLong(String body, int at) {
    boolean inside = at > 0 && at < body.length() - 1;
    return folds
        && column > WIDTH
        && inside
        && body.charAt(at) == ' '
        && body.charAt(at - 1) != ' ';
  }

  private void newLine() {
    out.append(inner);
    column = inner.length() - 1;
  }

  private void put(String characters) {
    out.append(characters);
    column += characters.codePointCount(0, characters.length());
  }

  private static boolean isPlain(String text) {
    if (text.startsWith(" ")
        || text.endsWith(" ")
        || text.startsWith("---")
        || text.startsWith("...")) {
      return false;
    }
    boolean alone = text.length() == 1 || text.charAt(1) == ' ';
    char first = text.charAt(0);
    return "#,[]{}&*!|>'\"%@`".indexOf(first) < 0
        && !(alone && "-?:".indexOf(first) >= 0)
        && !text.contains(": ")
        && !text.endsWith(":")
        && !text.contains(" #");
  }

  /**
   * Whether it may stand as it is. On its way it is read from JSON as YAML, which knows no control
   * characters but those that JSON escapes.
   */
  private static boolean isPrintable(String text) throws TemplateStop {
    boolean printable = true;
    for (int c : text.codePoints().toArray()) {
      if (c == 0x85 || c == 0x2028 || c == 0x2029) {
        throw TemplateStop.unverifiable("`toYaml` of a line end that JSON does not have");
      }
      if ((c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF) {
        throw TemplateStop.failed("`toYaml` takes no control characters");
      }
      printable &= c == '\n' || (c >= ' ' && Character.isBmpCodePoint(c) && c != BYTE_ORDER_MARK);
    }
    return printable;
  }

  /** After a byte order mark at the beginning everything is escaped ({@code is_bom}). */
  private String doubleQuoted() {
    boolean marked = text.indexOf(BYTE_ORDER_MARK) == 0;
    put("\"");
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      int escape = ESCAPED.indexOf(c);
      boolean quoted = c == '"' || c == '\\';
      if (!marked && isLong(text, i)) {
        newLine();
        put(text.charAt(i + 1) == ' ' ? "\\" : "");
      } else if (!marked
          && !quoted
          && c >= ' '
          && Character.isBmpCodePoint(c)
          && c != BYTE_ORDER_MARK) {
        put(Character.toString(c));
      } else if (escape >= 0) {
        put("\\" + ESCAPES.charAt(escape));
      } else {
        String form = c <= 0xFF ? "\\x%02X" : Character.isBmpCodePoint(c) ? "\\u%04X" : "\\U%08X";
        put(String.format(Locale.ROOT, form, c));
      }
    }
    put("\"");
    return out.toString();
  }
}
