package dev.mayfly.lint.rule.application;

import dev.mayfly.argocd.gotemplate.TemplatePosition;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ChartValue;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.lint.view.TextPlace;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.regex.Pattern;

/** A name with dots among a chart's values is meant as a path. */
public final class DottedValue implements SourceRule {
  /** Longer than any path that somebody writes by hand. */
  private static final int LONGEST = 200;

  private static final Pattern PATH =
      Pattern.compile("[A-Za-z][A-Za-z0-9_]*(?:[.][A-Za-z][A-Za-z0-9_]*)+");

  @Override
  public void check(SourceView source, Findings out) {
    for (MapNode.Entry entry : NodeValues.entries(source.at("helm", "valuesObject"))) {
      if (isPath(entry.key())) {
        out.add(entry.key(), message(entry.key()));
      }
    }
    if (source.at("helm", "values") instanceof ScalarNode text) {
      ChartValue.documents(text).stream()
          .flatMap(it -> NodeValues.entries(it).stream())
          .map(MapNode.Entry::key)
          .filter(DottedValue::isPath)
          .forEach(key -> {
            int column = key.location().column();
            TemplatePosition at = new TemplatePosition(key.location().line(), column);
            out.add(TextPlace.of(text, at), message(key));
          });
    }
  }

  private static boolean isPath(ScalarNode key) {
    return key.text().length() <= LONGEST && PATH.matcher(key.text()).matches();
  }

  private static String message(ScalarNode key) {
    String last = key.text().substring(key.text().lastIndexOf('.') + 1);
    return "`" + key.text() + "` is one name, and sets no `" + last + "`";
  }
}
