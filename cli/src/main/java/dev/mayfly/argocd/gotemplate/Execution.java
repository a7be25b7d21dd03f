package dev.mayfly.argocd.gotemplate;

/** What executing a template gives. */
public sealed interface Execution permits Execution.Rendered, TemplateFault {
  /** The text Go would write. */
  record Rendered(String text) implements Execution {}
}
