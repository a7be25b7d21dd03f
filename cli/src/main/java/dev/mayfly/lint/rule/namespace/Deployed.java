package dev.mayfly.lint.rule.namespace;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourceView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What ends up in a namespace, as far as the corpus holds it. */
final class Deployed {
  private final Corpus corpus;

  /** By namespace, the folders that Applications deploy there. */
  private final Map<String, List<String>> folders = new HashMap<>();

  Deployed(Corpus corpus) {
    this.corpus = corpus;
    for (Resource resource : corpus.of(GroupKind.APPLICATION)) {
      ApplicationView application = ApplicationView.of(resource).getFirst();
      String namespace = application.namespace();
      for (SourceView source : application.sources()) {
        folders
            .computeIfAbsent(namespace, key -> new ArrayList<>())
            .add(source.textOrEmpty("path"));
      }
    }
  }

  /**
   * The objects that name the namespace, and those without one in a path that an Application
   * deploys there.
   */
  List<Resource> into(String namespace) {
    List<Resource> objects = new ArrayList<>(corpus.inNamespace(namespace));
    for (String folder : folders.getOrDefault(namespace, List.of())) {
      corpus.inDirectory(folder).stream()
          .filter(it -> it.namespace().isEmpty() && !corpus.mayChange(it, "namespace"))
          .forEach(objects::add);
    }
    return objects.stream().distinct().toList();
  }
}
