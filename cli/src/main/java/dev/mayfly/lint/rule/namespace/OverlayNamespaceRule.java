package dev.mayfly.lint.rule.namespace;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;

/** A rule about the Namespace that the overlay of a preview brings. */
interface OverlayNamespaceRule extends CorpusRule {
  @Override
  default void check(Corpus corpus, Findings out) {
    for (Resource namespace : corpus.of(GroupKind.NAMESPACE)) {
      PreviewScope.overlay(namespace)
          .ifPresent(overlay -> check(corpus, namespace, overlay, out.about(namespace)));
    }
  }

  /**
   * @param overlay the folder of the preview
   */
  void check(Corpus corpus, Resource namespace, String overlay, Findings out);
}
