package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateReads;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;

/** A template action is not closed. */
public final class UnclosedAction implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    List<ScalarNode> texts = new ArrayList<>(set.templateTexts());
    texts.addAll(Fields.scalars(set.resource().at("spec", "templatePatch")));
    for (ScalarNode text : texts) {
      boolean parses = set.isGoTemplate() && TemplateReads.fault(text).isEmpty();
      if (!parses && !TemplateText.isBalanced(text.text())) {
        out.add(text, "a `{{` has no matching `}}`");
      }
    }
  }
}
