package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.TemplateText;

/** Leftovers of previews go unseen. */
public final class OrphansUnwatched implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource project : PreviewProjects.of(corpus, OrphansUnwatched::hasOwnNamespace)) {
      if (project.at("spec", "orphanedResources") == null && !corpus.mayChange(project)) {
        out.about(project)
            .add(project.nearest("spec", "orphanedResources"), "`orphanedResources` is not set");
      }
    }
  }

  private static boolean hasOwnNamespace(ApplicationView preview) {
    String namespace = preview.namespace();
    return TemplateText.isTemplated(namespace) || PreviewScope.isPreviewName(namespace);
  }
}
