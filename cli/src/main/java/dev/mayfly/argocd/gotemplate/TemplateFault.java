package dev.mayfly.argocd.gotemplate;

/**
 * Why a template gives no text.
 *
 * @param message one clause without a full stop
 */
public record TemplateFault(Kind kind, String message, TemplatePosition position)
    implements Execution, ParseResult {
  /** Who finds the fault, and how sure it is. */
  public enum Kind {
    /** Go does not parse it: no set of parameters helps. */
    MALFORMED,
    /** Go stops while executing it with these parameters. */
    FAILED,
    /** The same, at a key or field that is not there. */
    ABSENT,
    /** Its text changes from run to run, or is beyond what can be computed here. */
    UNVERIFIABLE
  }
}
