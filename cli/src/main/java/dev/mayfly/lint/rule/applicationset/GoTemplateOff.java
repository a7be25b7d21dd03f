package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;

/** A preview ApplicationSet does not use Go templates. */
public final class GoTemplateOff implements PullRequestSetRule {
  @Override
  public void check(SetView set, Findings out) {
    if (!set.isGoTemplate()) {
      out.add(
          set.resource().nearest("spec", "goTemplate"),
          "without `goTemplate: true` a misspelt parameter stays in the text as it is");
    }
  }
}
