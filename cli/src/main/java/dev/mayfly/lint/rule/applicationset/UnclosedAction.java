package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.gotemplate.TemplatePosition;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateReads;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.lint.view.TextPlace;
import dev.mayfly.yaml.ScalarNode;

/** A template action is not closed. */
public final class UnclosedAction implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    for (ScalarNode text : set.allTexts()) {
      boolean parses = set.isGoTemplate() && TemplateReads.fault(text).isEmpty();
      if (!parses && !TemplateText.isBalanced(text.text())) {
        TemplatePosition at = TemplatePosition.of(text.text(), open(text.text()));
        out.add(TextPlace.of(text, at), "a `{{` has no matching `}}`");
      }
    }
  }

  /** The first that meets another, or the end, before it is closed. */
  private static int open(String text) {
    int open = text.indexOf("{{");
    int next = text.indexOf("{{", open + 2);
    int close = text.indexOf("}}", open);
    while (next >= 0 && close >= 0 && close < next) {
      open = next;
      next = text.indexOf("{{", open + 2);
      close = text.indexOf("}}", open);
    }
    return open;
  }
}
