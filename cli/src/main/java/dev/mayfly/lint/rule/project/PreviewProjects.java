package dev.mayfly.lint.rule.project;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.ApplicationView;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The AppProjects that bound previews. */
final class PreviewProjects {
  private PreviewProjects() {}

  /** Those that an Application of a preview names. */
  static List<Resource> of(Corpus corpus) {
    return of(corpus, preview -> true);
  }

  /** Those that Applications of previews name, all of them such ones. */
  static List<Resource> of(Corpus corpus, Predicate<ApplicationView> previews) {
    Set<String> used = new HashSet<>();
    Set<String> usedByOthers = new HashSet<>();
    ApplicationView.all(corpus)
        .filter(ApplicationView::isPreview)
        .forEach(
            it -> (previews.test(it) ? used : usedByOthers).add(it.textOrEmpty("spec", "project")));
    used.removeAll(usedByOthers);
    return corpus.of(GroupKind.PROJECT).stream().filter(it -> used.contains(it.name())).toList();
  }

  /** All projects whose name is unique in the corpus: with two it is not known which one counts. */
  static Map<String, Resource> byName(Corpus corpus) {
    Map<String, Resource> projects = new TreeMap<>();
    Set<String> twice = new HashSet<>();
    for (Resource project : corpus.of(GroupKind.PROJECT)) {
      if (projects.putIfAbsent(project.name(), project) != null) {
        twice.add(project.name());
      }
    }
    projects.keySet().removeAll(twice);
    return projects;
  }
}
