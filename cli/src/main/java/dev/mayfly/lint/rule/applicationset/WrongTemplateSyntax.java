package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.PullRequestParameters;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/** A parameter is written in the syntax of the other template engine. */
public final class WrongTemplateSyntax implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    for (ScalarNode text : set.isPreview() ? set.templateTexts() : List.<ScalarNode>of()) {
      for (String action : TemplateText.actions(text.text())) {
        String word = action.strip();
        if (set.isGoTemplate() && PullRequestParameters.ALL.contains(word)) {
          out.add(
              text, "`{{" + word + "}}` is no Go template; the parameter is `{{ ." + word + " }}`");
        } else if (!set.isGoTemplate() && word.startsWith(".")) {
          out.add(text, "`{{" + action + "}}` is not replaced without `goTemplate: true`");
        }
      }
    }
  }
}
