package dev.mayfly.cel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word or sign of an expression.
 *
 * @param offset where it begins, in characters
 */
record ExpressionToken(Kind kind, String text, int offset) {
  enum Kind {
    WORD,
    LITERAL,
    SIGN,
    END,
    /** What no token begins with. */
    UNKNOWN
  }

  /** As the CEL language definition has them, "Syntax"; a backtick quotes a field's name. */
  private static final String ESCAPE =
      "\\\\(?:[abfnrtv\\\\?\"'`]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-3][0-7]{2})";

  private static final Pattern TOKENS =
      Pattern.compile(
          "(?<space>(?:\\s|//[^\\n]*)+)"
              + "|(?<literal>(?:[rR][bB]?|[bB][rR]?)?(?:'''(?s:.*?)'''|\"\"\"(?s:.*?)\"\"\")"
              + "|(?:[rR][bB]?|[bB][rR])(?:'[^'\\n]*'|\"[^\"\\n]*\")"
              + "|[bB]?(?:'(?:"
              + ESCAPE
              + "|[^'\\\\\\n])*'|\"(?:"
              + ESCAPE
              + "|[^\"\\\\\\n])*\")"
              + "|0x[0-9a-fA-F]+[uU]?|[0-9]*\\.[0-9]+(?:[eE][+-]?[0-9]+)?"
              + "|[0-9]+[eE][+-]?[0-9]+|[0-9]+[uU]?)"
              + "|(?<word>[_a-zA-Z][_a-zA-Z0-9]*|`[-_a-zA-Z0-9./ ]+`)"
              + "|(?<sign>&&|\\|\\||==|!=|<=|>=|\\.\\?|\\[\\?|[-+*/%<>!?:.,()\\[\\]{}])");

  boolean is(String sign) {
    return (kind == Kind.SIGN || kind == Kind.WORD) && text.equals(sign);
  }

  static List<ExpressionToken> of(String expression) {
    List<ExpressionToken> tokens = new ArrayList<>();
    Matcher matcher = TOKENS.matcher(expression);
    int at = 0;
    while (at < expression.length()) {
      matcher.region(at, expression.length());
      if (!matcher.lookingAt()) {
        tokens.add(new ExpressionToken(Kind.UNKNOWN, expression.substring(at, at + 1), at));
        return tokens;
      }
      if (matcher.group("literal") != null) {
        tokens.add(new ExpressionToken(Kind.LITERAL, matcher.group(), at));
      } else if (matcher.group("word") != null) {
        tokens.add(new ExpressionToken(Kind.WORD, matcher.group(), at));
      } else if (matcher.group("sign") != null) {
        tokens.add(new ExpressionToken(Kind.SIGN, matcher.group(), at));
      }
      at = matcher.end();
    }
    tokens.add(new ExpressionToken(Kind.END, "the end", at));
    return tokens;
  }
}
