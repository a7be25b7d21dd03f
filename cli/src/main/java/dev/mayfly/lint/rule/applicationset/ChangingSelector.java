package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import java.util.regex.Pattern;

/**
 * A common label changes with every push. Kustomize writes it into selectors too unless it is told
 * not to (Argo CD v3.5.1, {@code util/kustomize/kustomize.go}), and those of a Deployment cannot
 * change.
 */
public final class ChangingSelector implements SetRule {
  private static final Pattern COMMIT = Pattern.compile("\\bhead_(?:short_)?sha(?:_7)?\\b");

  @Override
  public void check(SetView set, Findings out) {
    if (set.pullRequests().isEmpty()) {
      return;
    }
    for (ApplicationView application : set.applications()) {
      for (SourceView source : application.sources()) {
        if (!Fields.isTrue(source.at("kustomize", "labelWithoutSelector"))) {
          Fields.entries(source.at("kustomize", "commonLabels")).forEach(it -> check(it, out));
        }
      }
    }
  }

  private static void check(MapNode.Entry label, Findings out) {
    String text = Fields.text(label.value());
    if (TemplateText.actions(text).stream().anyMatch(it -> COMMIT.matcher(it).find())) {
      out.add(
          label.value(), "`" + label.key().text() + "` gets into selectors, which cannot change");
    }
  }
}
