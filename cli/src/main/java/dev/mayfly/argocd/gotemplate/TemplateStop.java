package dev.mayfly.argocd.gotemplate;

/** Ends parsing or executing at once; never leaves this package. */
final class TemplateStop extends Exception {
  private static final long serialVersionUID = 1L;
  private final TemplateFault.Kind kind;
  private final String reason;

  /** An offset into the template, or -1 where the place is that of the action being executed. */
  private final int offset;

  private TemplateStop(TemplateFault.Kind kind, String reason, int offset) {
    super(reason, null, false, false);
    this.kind = kind;
    this.reason = reason;
    this.offset = offset;
  }

  static TemplateStop malformed(String reason, int offset) {
    return new TemplateStop(TemplateFault.Kind.MALFORMED, reason, offset);
  }

  static TemplateStop failed(String reason) {
    return new TemplateStop(TemplateFault.Kind.FAILED, reason, -1);
  }

  static TemplateStop absent(String reason) {
    return new TemplateStop(TemplateFault.Kind.ABSENT, reason, -1);
  }

  static TemplateStop unverifiable(String reason) {
    return new TemplateStop(TemplateFault.Kind.UNVERIFIABLE, reason, -1);
  }

  TemplateStop at(int place) {
    return offset == -1 ? new TemplateStop(kind, reason, place) : this;
  }

  TemplateFault fault(String text) {
    return new TemplateFault(kind, reason, TemplatePosition.of(text, Math.max(0, offset)));
  }
}
