package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.yaml.MapNode;

/** A source is of two kinds at once. */
public final class SeveralSourceTypes implements SourceRule {
  @Override
  public void check(SourceView source, Findings out) {
    if (source.types().size() > 1) {
      MapNode.Entry second = source.node().entry(source.types().get(1));
      out.add(
          second == null ? source.place() : second.key(),
          "it has `" + String.join("` and `", source.types()) + "`");
    }
  }
}
