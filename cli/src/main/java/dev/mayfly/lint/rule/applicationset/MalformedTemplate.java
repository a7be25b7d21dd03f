package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.gotemplate.TemplateFault;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateReads;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.lint.view.TextPlace;
import dev.mayfly.yaml.ScalarNode;

/** A template is not one that Go can parse. */
public final class MalformedTemplate implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    if (!set.isGoTemplate()) {
      return;
    }
    for (ScalarNode text : set.allTexts()) {
      if (TemplateText.isBalanced(text.text())) {
        TemplateReads.fault(text)
            .ifPresent(fault ->
                out.add(
                    TextPlace.of(text, fault.position()), fault.message() + place(text, fault)));
      }
    }
  }

  private static String place(ScalarNode text, TemplateFault fault) {
    boolean shown = !TextPlace.of(text, fault.position()).equals(text.location());
    return shown ? "" : " (at " + fault.position() + ")";
  }
}
