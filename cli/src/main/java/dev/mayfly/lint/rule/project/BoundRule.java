package dev.mayfly.lint.rule.project;

import dev.mayfly.argocd.ProjectPermission;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.TemplateText;
import java.util.HashMap;
import java.util.Map;

/** A rule about an Application and the project that bounds it, where both are here as applied. */
interface BoundRule extends CorpusRule {
  @Override
  default void check(Corpus corpus, Findings out) {
    Map<String, ProjectPermission> projects = new HashMap<>();
    PreviewProjects.byName(corpus)
        .forEach((name, project) -> {
          if (!corpus.mayChange(project)) {
            projects.put(name, new ProjectPermission(project.root()));
          }
        });
    for (Resource resource : corpus.resources()) {
      for (ApplicationView application : ApplicationView.of(resource)) {
        ProjectPermission project = projects.get(application.textOrEmpty("spec", "project"));
        if (project != null && !corpus.isPatched(resource) && !isForm(application)) {
          check(corpus, application, project, out.about(resource));
        }
      }
    }
  }

  /** Whether a script makes Applications of it: what it names is to be filled in as its name is. */
  private static boolean isForm(ApplicationView application) {
    return application.set() == null
        && TemplateText.isTemplated(application.textOrEmpty("metadata", "name"));
  }

  void check(Corpus corpus, ApplicationView application, ProjectPermission project, Findings out);
}
