package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.regex.Pattern;

/**
 * A source has no revision, or a range of them (Argo CD v3.5.1, {@code util/versions}: charts and
 * tags alike).
 */
public final class NoRevision implements ApplicationRule {
  /** No name in Git holds these, and no version but one that is left open. */
  private static final Pattern RANGE = Pattern.compile("[*^~<>]|^v?\\d+(?:\\.\\d+)?\\.[xX]\\b");

  @Override
  public void check(ApplicationView application, Findings out) {
    for (SourceView source : application.sources()) {
      boolean used = !source.repository().isEmpty() && source.textOrEmpty("chart").isEmpty();
      if (used
          && source.textOrEmpty("targetRevision").isEmpty()
          && !application.isPatched("targetRevision")) {
        out.add(source.place(), "without `targetRevision` the default branch is followed");
      }
      Node revision = source.at("targetRevision");
      String text = NodeValues.text(revision);
      if (revision != null && RANGE.matcher(text).find() && !TemplateText.isTemplated(text)) {
        out.add(revision, "`" + text + "` is a range, so what is published decides what runs");
      }
    }
  }
}
