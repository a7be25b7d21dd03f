package dev.mayfly.argocd.gotemplate;

/** One template, parsed and executed as the only text that sees its parameters. */
public final class TemplateRun {
  private TemplateRun() {}

  public static Execution of(String text, GoValue parameters, MissingKey missingKey) {
    return new TemplateSet().render(text, ((GoValue.Entries) parameters).own(), missingKey);
  }
}
