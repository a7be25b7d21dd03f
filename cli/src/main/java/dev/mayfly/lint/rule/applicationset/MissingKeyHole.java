package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A function reads a key past `missingkey=error`. */
public final class MissingKeyHole implements SetRule {
  private static final Pattern HOLE =
      Pattern.compile(
          "(?<![\\w.$])(index (?:[.$]|\\.values)(?= )|get [.$](?= )|pluck|pick [.$](?= ))");

  @Override
  public void check(SetView set, Findings out) {
    if (!set.isGoTemplate()) {
      return;
    }
    for (ScalarNode text : set.templateTexts()) {
      for (String action : TemplateText.actions(text.text())) {
        Matcher matcher = HOLE.matcher(action);
        if (matcher.find()) {
          out.add(text, "`" + matcher.group(1) + "` does not fail when the key is missing");
        }
      }
    }
  }
}
