package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.PullRequestParameter;
import dev.mayfly.argocd.gotemplate.FastTemplate;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TextPlace;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/** A parameter is written in the syntax of the other template engine. */
public final class WrongTemplateSyntax implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    for (ScalarNode text : set.isPreview() ? set.templateTexts() : List.<ScalarNode>of()) {
      for (FastTemplate.Tag tag : FastTemplate.tags(text.text())) {
        String word = tag.name();
        if (set.isGoTemplate() && PullRequestParameter.named(word).isPresent()) {
          out.add(
              TextPlace.of(text, tag.position()),
              "`{{" + word + "}}` is not a Go template; the parameter is `{{ ." + word + " }}`");
        } else if (!set.isGoTemplate() && word.startsWith(".")) {
          out.add(
              TextPlace.of(text, tag.position()),
              "`{{ " + word + " }}` is not replaced without `goTemplate: true`");
        }
      }
    }
  }
}
