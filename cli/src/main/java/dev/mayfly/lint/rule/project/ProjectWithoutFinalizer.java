package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.NodeValues;

/** The project of previews can be deleted before its Applications. */
public final class ProjectWithoutFinalizer implements PreviewProjectRule {
  @Override
  public void check(Resource project, Corpus corpus, Findings out) {
    if (!NodeValues.isSet(project.at("metadata", "finalizers")) && !corpus.mayChange(project)) {
      out.add(project.nearest("metadata", "finalizers"), "it has no `finalizers`");
    }
  }
}
