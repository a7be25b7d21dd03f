package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourceView;
import java.util.List;

/** A preview has more than two sources. */
public final class ThirdSource implements PreviewRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    List<SourceView> sources =
        application.sources().stream().filter(ThirdSource::givesObjects).toList();
    if (sources.size() > 2) {
      out.add(
          sources.get(2).node().orThis("repoURL"),
          sources.size() + " sources give objects to this preview, and the last one wins");
    }
  }

  /** A source with nothing but a {@code ref} lends its files to others. */
  private static boolean givesObjects(SourceView source) {
    return source.textOrEmpty("ref").isEmpty() || source.isRendered();
  }
}
