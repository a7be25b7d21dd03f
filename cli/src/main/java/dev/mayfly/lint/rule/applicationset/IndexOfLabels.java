package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A template takes a label by its position. */
public final class IndexOfLabels implements SetRule {
  /** Where a label is asked for, every pull request that comes has one. */
  private static boolean hasLabel(Generator generator) {
    return generator.providers().stream()
        .limit(1)
        .anyMatch(it -> Fields.isSet(it.value().at("labels")));
  }

  private static final Pattern INDEX = Pattern.compile("\\bindex \\$?\\.labels\\b");

  @Override
  public void check(SetView set, Findings out) {
    if (set.pullRequests().stream().allMatch(IndexOfLabels::hasLabel)) {
      return;
    }
    List<ScalarNode> texts = new ArrayList<>(set.templateTexts());
    texts.addAll(Fields.scalars(set.resource().at("spec", "templatePatch")));
    for (ScalarNode text : texts) {
      if (TemplateText.actions(text.text()).stream().anyMatch(it -> INDEX.matcher(it).find())
          && !text.text().contains("if .labels")) {
        out.add(text, "`index .labels` fails for a pull request without labels");
      }
    }
  }
}
