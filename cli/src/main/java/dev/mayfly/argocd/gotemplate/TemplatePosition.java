package dev.mayfly.argocd.gotemplate;

/** A place in a template's own text; both count from 1, columns in code points. */
public record TemplatePosition(int line, int column) {
  /** The place of an offset in a text. */
  public static TemplatePosition of(String text, int offset) {
    int end = Math.min(offset, text.length());
    int line = 1;
    int start = 0;
    for (int i = 0; i < end; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        start = i + 1;
      }
    }
    return new TemplatePosition(line, text.codePointCount(start, end) + 1);
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
