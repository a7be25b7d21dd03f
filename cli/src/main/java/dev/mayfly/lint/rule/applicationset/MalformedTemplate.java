package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.gotemplate.TemplateFault;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateReads;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.lint.view.TextPlace;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;

/** A template is not one that Go can parse. */
public final class MalformedTemplate implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    if (!set.isGoTemplate()) {
      return;
    }
    List<ScalarNode> texts = new ArrayList<>(set.templateTexts());
    texts.addAll(NodeValues.scalars(set.resource().at("spec", "templatePatch")));
    for (ScalarNode text : texts) {
      if (TemplateText.isBalanced(text.text())) {
        TemplateReads.fault(text)
            .ifPresent(
                fault ->
                    out.add(
                        TextPlace.of(text, fault.position()),
                        fault.message() + place(text, fault)));
      }
    }
  }

  private static String place(ScalarNode text, TemplateFault fault) {
    boolean shown = !TextPlace.of(text, fault.position()).equals(text.location());
    return shown ? "" : " (at " + fault.position() + ")";
  }
}
