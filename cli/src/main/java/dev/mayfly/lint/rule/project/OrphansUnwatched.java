package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;

/** Leftovers of previews go unseen. */
public final class OrphansUnwatched implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource project : PreviewProjects.of(corpus)) {
      if (project.at("spec", "orphanedResources") == null && !corpus.mayChange(project)) {
        out.about(project)
            .add(project.nearest("spec", "orphanedResources"), "orphans are not watched");
      }
    }
  }
}
