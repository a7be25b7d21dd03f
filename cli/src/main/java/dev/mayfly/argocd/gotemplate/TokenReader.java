package dev.mayfly.argocd.gotemplate;

import java.util.List;

/** A place in the tokens of a template. */
final class TokenReader {
  private final List<Token> tokens;
  private int at;

  TokenReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(Math.min(at, tokens.size() - 1));
  }

  Token next() {
    Token token = peek();
    at++;
    return token;
  }

  /** The next token that is no space, still to be read. */
  Token peekWord() {
    skipSpace();
    return peek();
  }

  Token nextWord() {
    skipSpace();
    return next();
  }

  boolean skipSpace() {
    boolean any = false;
    while (peek().kind() == Token.Kind.SPACE) {
      at++;
      any = true;
    }
    return any;
  }

  int mark() {
    return at;
  }

  void reset(int mark) {
    at = mark;
  }

  void expectClose() throws TemplateStop {
    Token token = nextWord();
    if (token.kind() != Token.Kind.CLOSE) {
      throw TemplateStop.malformed(
          token.shown() + " stands where `}}` is expected", token.offset());
    }
  }
}
