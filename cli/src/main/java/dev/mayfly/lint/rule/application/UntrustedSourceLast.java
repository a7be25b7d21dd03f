package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourceView;
import java.util.List;
import java.util.Optional;

/** The pull request's source overrides the platform's. */
public final class UntrustedSourceLast implements PreviewRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    List<SourceView> sources = application.sources();
    Optional<SourceView> trusted = Optional.empty();
    for (SourceView source : sources) {
      boolean renders = source.isRendered();
      if (renders && source.isFromPullRequest(application) && trusted.isPresent()) {
        out.add(
            source.node().orThis("repoURL"),
            "`%s` at `%s` comes after `%s` at `%s` and wins over it"
                .formatted(
                    source.repository(),
                    source.textOrEmpty("targetRevision"),
                    trusted.get().repository(),
                    trusted.get().textOrEmpty("targetRevision")));
      }
      if (renders && !source.isFromPullRequest(application)) {
        trusted = Optional.of(source);
      }
    }
  }
}
