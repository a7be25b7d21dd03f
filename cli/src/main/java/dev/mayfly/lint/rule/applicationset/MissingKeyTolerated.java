package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.Node;

/** A missing template key does not fail. */
public final class MissingKeyTolerated implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    if (set.isGoTemplate() && !set.isStrict()) {
      Node at = set.resource().nearest("spec", "goTemplateOptions");
      Severity severity = set.isPreview() ? Severity.WARNING : Severity.NOTE;
      out.add(severity, at, "a parameter that does not exist becomes the text `<no value>`");
    }
  }
}
