package dev.mayfly.argocd.gotemplate;

/**
 * A word of a template.
 *
 * @param text what it means: a string without quotes and escapes, a field without its dot
 * @param offset where it begins
 */
public record TemplateToken(Kind kind, String text, int offset) {
  public enum Kind {
    TEXT,
    OPEN,
    CLOSE,
    SPACE,
    WORD,
    FIELD,
    VARIABLE,
    DOT,
    STRING,
    NUMBER,
    CHARACTER,
    PIPE,
    DECLARE,
    ASSIGN,
    COMMA,
    LEFT,
    RIGHT,
    END
  }

  public boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  /** What a message calls it. */
  String shown() {
    return switch (kind) {
      case END -> "the end";
      case CLOSE -> "`}}`";
      case OPEN -> "`{{`";
      case SPACE -> "a space";
      case FIELD, DOT -> "`." + text + "`";
      default -> "`" + text + "`";
    };
  }
}
