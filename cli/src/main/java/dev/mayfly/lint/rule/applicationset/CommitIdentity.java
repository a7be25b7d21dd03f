package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.PullRequestParameter.Chosen;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.ScalarNode;

/** A preview is named after a commit. */
public final class CommitIdentity implements PullRequestSetRule {
  @Override
  public void check(SetView set, Findings out) {
    for (ScalarNode name : set.identities()) {
      if (set.reads(name).readsParameter(it -> it.chosen() == Chosen.AS_COMMIT)) {
        out.add(name, "`" + name.text() + "` is another name after every push");
      }
    }
  }
}
