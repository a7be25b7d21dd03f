package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.PullRequestParameter;
import dev.mayfly.argocd.PullRequestParameter.Chosen;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateReads;

/** A preview is told apart by a branch slug alone. */
public final class SlugIdentity implements PullRequestSetRule {
  @Override
  public void check(SetView set, Findings out) {
    for (TemplateReads reads : set.reads(set.identities())) {
      boolean slug =
          reads.readsParameter(it -> it.chosen() == Chosen.AS_SLUG)
              || reads.calls().stream().anyMatch(it -> it.function().equals("slugify"));
      boolean unique =
          reads.readsParameter(
              it -> it == PullRequestParameter.NUMBER || it == PullRequestParameter.HEAD_SHA);
      if (slug && !unique) {
        out.add(
            reads.text(), "`" + reads.text().text() + "` can be the same for two pull requests");
      }
    }
  }
}
