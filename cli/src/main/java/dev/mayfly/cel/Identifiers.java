package dev.mayfly.cel;

import java.util.Set;
import java.util.regex.Pattern;

/** Which words may name a variable (CEL language definition, "Syntax"). */
public final class Identifiers {
  private static final Pattern SHAPE = Pattern.compile("[_a-zA-Z][_a-zA-Z0-9]*");

  /** Words of the language, and those that it keeps for languages that embed it. */
  private static final Set<String> RESERVED =
      Set.of(
          "as",
          "break",
          "const",
          "continue",
          "else",
          "false",
          "for",
          "function",
          "if",
          "import",
          "in",
          "let",
          "loop",
          "namespace",
          "null",
          "package",
          "return",
          "true",
          "var",
          "void",
          "while");

  /** Those that are no field's name behind a dot either. */
  private static final Set<String> KEYWORDS = Set.of("false", "in", "null", "true");

  private Identifiers() {}

  /** True of a word that a variable may have for its name. */
  public static boolean isName(String word) {
    return SHAPE.matcher(word).matches() && !RESERVED.contains(word);
  }

  /** True of a key that can stand behind a dot; any other stands in square brackets. */
  static boolean isField(String word) {
    return SHAPE.matcher(word).matches() && !KEYWORDS.contains(word);
  }

  static String required(String word) {
    if (!isName(word)) {
      throw new IllegalArgumentException("no name of a CEL variable: " + word);
    }
    return word;
  }
}
