package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourceView;
import java.util.List;

/** A source lacks what Argo CD needs to read it. */
public final class IncompleteSource implements UnchangedRule {
  private static final List<String> KEYS = List.of("path", "chart", "ref");

  @Override
  public void check(ApplicationView application, Findings out) {
    if (application.set() != null && !application.set().patch().isEmpty()) {
      return;
    }
    boolean several = application.at("spec", "sources") != null;
    for (SourceView source : application.sources()) {
      if (source.repository().isEmpty()) {
        out.add(source.node(), "the source has no `repoURL`");
      } else if (!several && source.text("path").isEmpty() && source.text("chart").isEmpty()) {
        out.add(source.node(), "the source has neither `path` nor `chart`");
      } else if (KEYS.stream().allMatch(it -> source.text(it).isEmpty())) {
        out.add(source.node(), "the source has none of `path`, `chart` and `ref`");
      } else if (!source.text("chart").isEmpty() && source.text("targetRevision").isEmpty()) {
        out.add(source.node(), "the chart `" + source.text("chart") + "` has no version");
      }
    }
  }
}
