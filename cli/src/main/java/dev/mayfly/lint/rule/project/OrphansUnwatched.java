package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.TemplateText;

/** Leftovers of previews go unseen. */
public final class OrphansUnwatched implements PreviewProjectRule {
  /** In a namespace shared with others Argo CD would count what is not theirs. */
  @Override
  public boolean isAbout(ApplicationView preview) {
    String namespace = preview.namespace();
    return TemplateText.isTemplated(namespace) || PreviewScope.isPreviewName(namespace);
  }

  @Override
  public void check(Resource project, Corpus corpus, Findings out) {
    if (project.at("spec", "orphanedResources") == null && !corpus.mayChange(project)) {
      out.add(project.nearest("spec", "orphanedResources"), "`orphanedResources` is not set");
    }
  }
}
