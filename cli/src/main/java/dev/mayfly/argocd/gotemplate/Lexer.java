package dev.mayfly.argocd.gotemplate;

import dev.mayfly.argocd.gotemplate.TemplateToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a template into text and actions (Go, {@code text/template/parse/lex.go}). */
public final class Lexer {
  static final String SPACES = " \t\r\n";

  private final String text;
  private final List<TemplateToken> tokens = new ArrayList<>();
  private int at;
  private boolean trimNext;

  private Lexer(String text) {
    this.text = text;
  }

  /** The tokens of a template; empty where Go would not read it. */
  public static Optional<List<TemplateToken>> read(String text) {
    try {
      return Optional.of(List.copyOf(tokens(text)));
    } catch (TemplateStop stop) {
      return Optional.empty();
    }
  }

  static List<TemplateToken> tokens(String text) throws TemplateStop {
    Lexer lexer = new Lexer(text);
    lexer.run();
    return lexer.tokens;
  }

  private void run() throws TemplateStop {
    while (true) {
      int open = text.indexOf("{{", at);
      int end = open < 0 ? text.length() : open;
      boolean trimBefore = open >= 0 && isTrimAfter(open + 2);
      addText(at, end, trimBefore);
      if (open < 0) {
        tokens.add(new TemplateToken(Kind.END, "", text.length()));
        return;
      }
      at = open + 2 + (trimBefore ? 2 : 0);
      if (text.startsWith("/*", at)) {
        comment(open);
      } else {
        tokens.add(new TemplateToken(Kind.OPEN, "{{", open));
        ActionLexer action = new ActionLexer(text, at, open, tokens);
        at = action.run();
        trimNext = action.trimsAfter();
      }
    }
  }

  /** A dash and a space after the braces take away the white space before them. */
  private boolean isTrimAfter(int place) {
    return place + 1 < text.length()
        && text.charAt(place) == '-'
        && SPACES.indexOf(text.charAt(place + 1)) >= 0;
  }

  private void addText(int from, int to, boolean trimEnd) {
    int start = from;
    int end = to;
    while (trimNext && start < end && SPACES.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (trimEnd && end > start && SPACES.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    trimNext = false;
    if (start < end) {
      tokens.add(new TemplateToken(Kind.TEXT, text.substring(start, end), start));
    }
  }

  private void comment(int open) throws TemplateStop {
    int close = text.indexOf("*/", at + 2);
    if (close == -1) {
      throw TemplateStop.malformed("the comment is not closed", open);
    }
    int after = close + 2;
    if (text.startsWith("}}", after)) {
      at = after + 2;
    } else if (after < text.length()
        && SPACES.indexOf(text.charAt(after)) >= 0
        && text.startsWith("-}}", after + 1)) {
      at = after + 4;
      trimNext = true;
    } else {
      throw TemplateStop.malformed("the comment ends before `}}`", after);
    }
  }
}
