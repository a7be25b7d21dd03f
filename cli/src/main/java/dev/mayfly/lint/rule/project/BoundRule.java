package dev.mayfly.lint.rule.project;

import dev.mayfly.argocd.ProjectPermission;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.TemplateText;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A rule about an Application and the project that bounds it, where both are here as applied. */
interface BoundRule extends CorpusRule {
  @Override
  default void check(Corpus corpus, Findings out) {
    Map<String, ProjectPermission> projects = projects(corpus);
    for (ApplicationView application : ApplicationView.all(corpus).toList()) {
      Resource resource = application.resource();
      ProjectPermission project = projects.get(application.textOrEmpty("spec", "project"));
      if (project != null && !corpus.isPatched(resource) && !isForm(application)) {
        check(corpus, application, project, out.about(resource));
      }
    }
  }

  /** By name; of two with one name it is not known which counts. */
  private static Map<String, ProjectPermission> projects(Corpus corpus) {
    Map<String, ProjectPermission> projects = new HashMap<>();
    corpus.of(GroupKind.PROJECT).stream()
        .collect(Collectors.groupingBy(Resource::name))
        .forEach((name, all) -> {
          if (all.size() == 1 && !corpus.mayChange(all.getFirst())) {
            projects.put(name, new ProjectPermission(all.getFirst().root()));
          }
        });
    return projects;
  }

  /** Whether a script makes Applications of it: what it names is to be filled in as its name is. */
  private static boolean isForm(ApplicationView application) {
    return application.set() == null
        && TemplateText.isTemplated(application.textOrEmpty("metadata", "name"));
  }

  void check(Corpus corpus, ApplicationView application, ProjectPermission project, Findings out);
}
