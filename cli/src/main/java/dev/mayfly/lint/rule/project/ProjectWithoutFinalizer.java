package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;

/** The project of previews can be deleted before its Applications. */
public final class ProjectWithoutFinalizer implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource project : PreviewProjects.of(corpus)) {
      if (!Fields.isSet(project.at("metadata", "finalizers")) && !corpus.mayChange(project)) {
        out.about(project)
            .add(project.subject(), "nothing keeps this project while Applications use it");
      }
    }
  }
}
