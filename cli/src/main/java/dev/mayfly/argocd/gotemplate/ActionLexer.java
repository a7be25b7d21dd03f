package dev.mayfly.argocd.gotemplate;

import dev.mayfly.argocd.gotemplate.TemplateToken.Kind;
import java.util.List;

/** Cuts what stands between double braces into tokens. */
final class ActionLexer {
  private final String text;
  private final int open;
  private final List<TemplateToken> tokens;
  private int at;
  private int parentheses;
  private boolean trimsAfter;

  ActionLexer(String text, int at, int open, List<TemplateToken> tokens) {
    this.text = text;
    this.at = at;
    this.open = open;
    this.tokens = tokens;
  }

  boolean trimsAfter() {
    return trimsAfter;
  }

  /** Adds the action's tokens and gives the place after it. */
  int run() throws TemplateStop {
    while (true) {
      if (at >= text.length()) {
        throw TemplateStop.malformed("the action is not closed", open);
      }
      boolean space = Lexer.SPACES.indexOf(text.charAt(at)) >= 0;
      boolean trimmed = space && text.startsWith("-}}", at + 1);
      if (trimmed || text.startsWith("}}", at)) {
        return close(trimmed);
      }
      token(space);
    }
  }

  private int close(boolean trimmed) throws TemplateStop {
    if (parentheses > 0) {
      throw TemplateStop.malformed("a parenthesis is not closed", at);
    }
    trimsAfter = trimmed;
    add(Kind.CLOSE, "}}", at);
    return at + (trimmed ? 4 : 2);
  }

  private void token(boolean space) throws TemplateStop {
    int start = at;
    char c = text.charAt(at);
    if (space) {
      while (at < text.length()
          && Lexer.SPACES.indexOf(text.charAt(at)) >= 0
          && !text.startsWith("-}}", at + 1)) {
        at++;
      }
      add(Kind.SPACE, " ", start);
      return;
    }
    switch (c) {
      case '=' -> one(Kind.ASSIGN);
      case '|' -> one(Kind.PIPE);
      case ',' -> one(Kind.COMMA);
      case '(' -> {
        parentheses++;
        one(Kind.LEFT);
      }
      case ')' -> {
        parentheses--;
        if (parentheses < 0) {
          throw TemplateStop.malformed("`)` closes nothing", at);
        }
        one(Kind.RIGHT);
      }
      case ':' -> {
        if (!text.startsWith(":=", at)) {
          throw TemplateStop.malformed("`:` stands without `=`", at);
        }
        at += 2;
        add(Kind.DECLARE, ":=", start);
      }
      case '"', '\'' -> {
        GoLiterals.Quoted quoted = GoLiterals.quoted(text, at, c);
        at = quoted.end();
        add(c == '"' ? Kind.STRING : Kind.CHARACTER, quoted.value(), start);
      }
      case '`' -> {
        int end = text.indexOf('`', at + 1);
        if (end == -1) {
          throw TemplateStop.malformed("the backquoted string is not closed", at);
        }
        at = end + 1;
        add(Kind.STRING, text.substring(start + 1, end).replace("\r", ""), start);
      }
      default -> wordOrNumber(c);
    }
  }

  private void wordOrNumber(char c) throws TemplateStop {
    int start = at;
    boolean digitNext = at + 1 < text.length() && isDigit(text.charAt(at + 1));
    if (isDigit(c) || ((c == '.' || c == '+' || c == '-') && (digitNext || c != '.'))) {
      at++;
      while (at < text.length() && (isWordCharacter(text.codePointAt(at)) || isNumberSign())) {
        at++;
      }
      add(Kind.NUMBER, text.substring(start, at), start);
    } else if (c == '.') {
      at++;
      String name = name();
      add(name.isEmpty() ? Kind.DOT : Kind.FIELD, name, start);
    } else if (c == '$') {
      at++;
      add(Kind.VARIABLE, "$" + name(), start);
    } else if (isWordCharacter(text.codePointAt(at))) {
      add(Kind.WORD, name(), start);
    } else {
      throw unexpected();
    }
    if (at < text.length() && !isEndOfWord()) {
      throw unexpected();
    }
  }

  private boolean isNumberSign() {
    char c = text.charAt(at);
    char before = Character.toLowerCase(text.charAt(at - 1));
    return c == '.' || ((c == '+' || c == '-') && (before == 'e' || before == 'p'));
  }

  private String name() {
    int start = at;
    while (at < text.length() && isWordCharacter(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return text.substring(start, at);
  }

  private boolean isEndOfWord() {
    char c = text.charAt(at);
    return (Lexer.SPACES + ".,|:=()").indexOf(c) >= 0 || text.startsWith("}}", at);
  }

  private TemplateStop unexpected() {
    String shown = Character.toString(text.codePointAt(at));
    return TemplateStop.malformed("`" + shown + "` cannot stand here", at);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordCharacter(int c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  private void one(Kind kind) {
    add(kind, text.substring(at, at + 1), at);
    at++;
  }

  private void add(Kind kind, String value, int offset) {
    tokens.add(new TemplateToken(kind, value, offset));
  }
}
