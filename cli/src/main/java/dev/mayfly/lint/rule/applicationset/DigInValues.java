package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.regex.Pattern;

/** A template reads `.values` with a function that cannot. */
public final class DigInValues implements SetRule {
  private static final Pattern CALL = Pattern.compile("\\bget \\$?\\.values\\b|\\bdig \"values\"");

  @Override
  public void check(SetView set, Findings out) {
    if (set.pullRequests().isEmpty() || !set.isGoTemplate()) {
      return;
    }
    for (ScalarNode text : set.templateTexts()) {
      if (TemplateText.hasActions(text.text()) && CALL.matcher(text.text()).find()) {
        out.add(text, "`.values` is a map of texts; `get` and `dig` fail on it");
      }
    }
  }
}
