package dev.mayfly.lint.rule.application;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.ApplicationView;
import java.util.List;

/**
 * A rule about what an Application lacks. One that a kustomization still changes may get it there,
 * so nothing is said of it.
 */
interface UnchangedRule extends CorpusRule {
  @Override
  default void check(Corpus corpus, Findings out) {
    for (GroupKind kind : List.of(GroupKind.APPLICATION, GroupKind.APPLICATION_SET)) {
      for (Resource resource : corpus.of(kind)) {
        if (!corpus.mayChange(resource)) {
          ApplicationView.of(resource).forEach(it -> check(it, out.about(resource)));
        }
      }
    }
  }

  void check(ApplicationView application, Findings out);
}
