package dev.mayfly.lint.rule.project;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.ApplicationView;
import java.util.HashSet;
import java.util.Set;

/** A rule about each project that bounds previews; others may permit what they like. */
interface PreviewProjectRule extends CorpusRule {
  /** Whether this preview has the rule look at its project; one that does not keeps it out. */
  default boolean isAbout(ApplicationView preview) {
    return true;
  }

  @Override
  default void check(Corpus corpus, Findings out) {
    Set<String> used = new HashSet<>();
    Set<String> usedByOthers = new HashSet<>();
    ApplicationView.all(corpus)
        .filter(ApplicationView::isPreview)
        .forEach(it -> (isAbout(it) ? used : usedByOthers).add(it.textOrEmpty("spec", "project")));
    used.removeAll(usedByOthers);
    for (Resource project : corpus.of(GroupKind.PROJECT)) {
      if (used.contains(project.name())) {
        check(project, corpus, out.about(project));
      }
    }
  }

  void check(Resource project, Corpus corpus, Findings out);
}
