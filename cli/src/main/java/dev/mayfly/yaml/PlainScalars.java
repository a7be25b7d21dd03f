package dev.mayfly.yaml;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which unquoted scalars are safe: the same string to YAML 1.1 and to YAML 1.2 readers. */
final class PlainScalars {
  /** Words that one reader or another takes for a boolean or null, in lower case. */
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf");

  private PlainScalars() {}

  /** May this string be written without quotes? Deliberately narrow: letters first, few marks. */
  static boolean isSafe(String text) {
    if (text.isEmpty() || !isLetter(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLetter(c) && !isDigit(c) && c != '.' && c != '_' && c != '/' && c != '-') {
        return false;
      }
    }
    return !WORDS.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Do YAML 1.1 and 1.2 readers take this unquoted scalar for different values? */
  static boolean readersDisagree(String text) {
    if (text.isEmpty() || text.equals("~")) {
      return false;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    switch (lower) {
      case "y", "n", "yes", "no", "on", "off":
        return true;
      default:
    }
    char first = text.charAt(0);
    if ((!isDigit(first) && first != '-' && first != '+') || isCommonInteger(text)) {
      return false;
    }
    return Forms.is(Forms.LEGACY, lower)
        && !Forms.is(Forms.INTEGER, text)
        && !Forms.is(Forms.DECIMAL, text);
  }

  /** An integer as every reader knows it, told without the expressions that the rest needs. */
  private static boolean isCommonInteger(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int digits = text.length() - start;
    if (digits < 1 || digits > 18 || (text.charAt(start) == '0' && text.length() > 1)) {
      return false;
    }
    for (int i = start; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Compiled when a number is first met, which the start of most commands does without. */
  private static final class Forms {
    /**
     * Digits with the marks that YAML 1.1 allowed in numbers: octal, sexagesimal, underscores. What
     * repeats takes all it can and gives nothing back, so that no text costs stack or a second
     * look.
     */
    static final Pattern LEGACY =
        Pattern.compile(
            "[-+]?[0-9][0-9_]*+(:[0-5]?[0-9])++(\\.[0-9_]*+)?"
                + "|[-+]?0[0-7_]+"
                + "|[-+]?0b[01_]+"
                + "|[-+]?0x[0-9a-f_]+"
                + "|[-+]?0o[0-7]+"
                + "|[-+]?[0-9][0-9_]*+(\\.[0-9_]*+)?(e[-+]?[0-9]++)?"
                + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*");

    static final Pattern INTEGER = Pattern.compile("0|[-+]?[1-9][0-9]{0,17}");
    static final Pattern DECIMAL = Pattern.compile("[-+]?(0|[1-9][0-9]*)\\.[0-9]+");
    static final Pattern FLOAT =
        Pattern.compile(
            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
                + "|[-+]?\\.(inf|Inf|INF)"
                + "|\\.(nan|NaN|NAN)");

    private Forms() {}

    static boolean is(Pattern form, String text) {
      return form.matcher(text).matches();
    }
  }

  static boolean isInteger(String text) {
    int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    if (start == text.length()) {
      return false;
    }
    if (text.startsWith("0o") || text.startsWith("0x")) {
      return text.length() > 2
          && text.chars()
              .skip(2)
              .allMatch(c -> Character.digit(c, text.charAt(1) == 'o' ? 8 : 16) >= 0);
    }
    for (int i = start; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isFloat(String text) {
    char first = text.charAt(0);
    if (!isDigit(first) && first != '-' && first != '+' && first != '.') {
      return false;
    }
    return Forms.is(Forms.FLOAT, text);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
