package dev.mayfly.argocd.gotemplate;

import dev.mayfly.argocd.gotemplate.TemplateToken.Kind;
import java.util.List;

/** A place in the tokens of a template. */
final class TokenReader {
  private final List<TemplateToken> tokens;
  private int at;

  TokenReader(List<TemplateToken> tokens) {
    this.tokens = tokens;
  }

  TemplateToken peek() {
    return tokens.get(at);
  }

  TemplateToken next() {
    TemplateToken token = peek();
    at++;
    return token;
  }

  /** The next token that is no space, still to be read. */
  TemplateToken peekWord() {
    skipSpace();
    return peek();
  }

  TemplateToken nextWord() {
    skipSpace();
    return next();
  }

  private void skipSpace() {
    while (peek().kind() == Kind.SPACE) {
      at++;
    }
  }

  int mark() {
    return at;
  }

  void reset(int mark) {
    at = mark;
  }

  void expectClose() throws TemplateStop {
    TemplateToken token = nextWord();
    if (token.kind() != Kind.CLOSE) {
      throw TemplateStop.malformed(
          token.shown() + " stands where `}}` is expected", token.offset());
    }
  }
}
