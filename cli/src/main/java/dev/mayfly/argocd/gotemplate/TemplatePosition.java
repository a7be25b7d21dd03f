package dev.mayfly.argocd.gotemplate;

/** A place in a template's own text; both count from 1, columns in code points. */
public record TemplatePosition(int line, int column) {
  /** The place of an offset in a text. */
  public static TemplatePosition of(String text, int offset) {
    return new TemplateLines(text).at(offset);
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
