package dev.mayfly.lint.rule.application;

import dev.mayfly.argocd.ApplicationSources;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.yaml.MapNode;

/** An empty block does not say what kind of source it is. */
public final class EmptyTypeBlock implements SourceRule {
  @Override
  public void check(SourceView source, Findings out) {
    for (String type : ApplicationSources.TYPES) {
      if (source.at(type) instanceof MapNode block && source.isZero(type)) {
        out.add(block, "an empty `" + type + "` does not fix the type");
      }
    }
  }
}
