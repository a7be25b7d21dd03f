package dev.mayfly.argocd.jq;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of an expression, one after the other; an empty one at its end. */
final class JqTokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\.[A-Za-z_][A-Za-z0-9_]*|[A-Za-z_][A-Za-z0-9_]*+(?!::)"
              + "|-?[0-9]++(?![A-Za-z_.])"
              + "|\"(?:[^\"\\\\\\x00-\\x1f]|\\\\[\"\\\\bfnrt])*+\""
              + "|\\.\\.|[=!<>]=|[<>]|[|](?!=)|[?](?!//)|[.,\\[\\]():]");

  private final List<String> tokens = new ArrayList<>();
  private int at;

  JqTokens(String text) throws JqStop {
    Matcher token = TOKEN.matcher(text);
    for (int from = 0; from < text.length(); ) {
      if (" \t\r\n".indexOf(text.charAt(from)) >= 0) {
        from++;
      } else if (token.region(from, text.length()).lookingAt()) {
        tokens.add(token.group());
        from = token.end();
      } else {
        throw unknown(text.substring(from, Math.min(text.length(), from + 10)));
      }
    }
    tokens.add("");
  }

  String peek() {
    return tokens.get(at);
  }

  /** Whether a field comes, with a bracket or a quoted one behind the dot too. */
  boolean isField() {
    return peek().matches("\\.\\w+")
        || (peek().equals(".") && tokens.get(at + 1).matches("\\[|\".*"));
  }

  String next() {
    return peek().isEmpty() ? "" : tokens.get(at++);
  }

  boolean takes(String text) {
    boolean taken = peek().equals(text);
    at += taken && !text.isEmpty() ? 1 : 0;
    return taken;
  }

  void require(String text) throws JqStop {
    if (!takes(text)) {
      throw unknown(peek());
    }
  }

  static int number(String token) throws JqStop {
    if (!token.matches("-?[0-9]{1,6}")) {
      throw unknown(token);
    }
    return Integer.parseInt(token);
  }

  static String text(String token) {
    return token.substring(1, token.length() - 1).translateEscapes();
  }

  static JqStop unknown(String token) {
    return JqStop.undecided(
        token.isEmpty() ? "ends too early" : "is not followed at `" + token + "`");
  }
}
