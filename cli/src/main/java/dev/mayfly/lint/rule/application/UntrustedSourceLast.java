package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourceView;
import java.util.List;

/** The pull request's source overrides the platform's. */
public final class UntrustedSourceLast implements PreviewRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    List<SourceView> sources = application.sources();
    boolean trusted = false;
    for (SourceView source : sources) {
      boolean renders = !source.text("path").isEmpty() || !source.text("chart").isEmpty();
      if (renders && source.isFromPullRequest() && trusted) {
        out.add(
            source.node(), "this source comes after one that the platform owns and wins over it");
      }
      trusted |= renders && !source.isFromPullRequest();
    }
  }
}
