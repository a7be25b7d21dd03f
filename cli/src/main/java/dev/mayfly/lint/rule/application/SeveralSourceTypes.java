package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SourceView;

/** A source is of two kinds at once. */
public final class SeveralSourceTypes implements SourceRule {
  @Override
  public void check(SourceView source, Findings out) {
    if (source.types().size() > 1) {
      out.add(source.node(), "the source has `" + String.join("` and `", source.types()) + "`");
    }
  }
}
