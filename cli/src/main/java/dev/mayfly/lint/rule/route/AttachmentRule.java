package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;

/** A rule about a route and the listener it attaches to. */
interface AttachmentRule extends CorpusRule {
  @Override
  default void check(Corpus corpus, Findings out) {
    for (Attachment attachment : Attachment.of(corpus)) {
      check(corpus, attachment, out.about(attachment.route()));
    }
  }

  void check(Corpus corpus, Attachment attachment, Findings out);
}
