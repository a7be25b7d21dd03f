package dev.mayfly.cel;

import java.util.List;

/** A place among the tokens of an expression. */
final class TokenCursor {
  /** What a text lacks to be an expression, and where. */
  static final class Mistake extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Reading.Use use;

    Mistake(String message, int offset) {
      super(message);
      this.use = new Reading.Use(message, offset);
    }

    Reading.Use use() {
      return use;
    }
  }

  private final List<ExpressionToken> tokens;
  private int at;

  TokenCursor(List<ExpressionToken> tokens) {
    this.tokens = tokens;
  }

  ExpressionToken next() {
    return ahead(0);
  }

  /** A token further on; the last one stands for all behind it. */
  ExpressionToken ahead(int further) {
    return tokens.get(Math.min(at + further, tokens.size() - 1));
  }

  void skip() {
    at++;
  }

  boolean take(String sign) {
    boolean there = next().is(sign);
    at += there ? 1 : 0;
    return there;
  }

  boolean takeAny(String... signs) {
    for (String sign : signs) {
      if (take(sign)) {
        return true;
      }
    }
    return false;
  }

  void expect(String sign) throws Mistake {
    if (!take(sign)) {
      throw unexpected();
    }
  }

  ExpressionToken word() throws Mistake {
    ExpressionToken token = next();
    if (token.kind() != ExpressionToken.Kind.WORD || token.text().equals("in")) {
      throw unexpected();
    }
    at++;
    return token;
  }

  Mistake unexpected() {
    ExpressionToken token = next();
    return new Mistake(
        token.kind() == ExpressionToken.Kind.END
            ? "the expression ends too early"
            : "`" + token.text() + "` is not expected here",
        token.offset());
  }
}
