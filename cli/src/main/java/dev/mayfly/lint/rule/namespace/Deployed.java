package dev.mayfly.lint.rule.namespace;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourceView;
import java.util.ArrayList;
import java.util.List;

/** What ends up in a namespace, as far as the corpus holds it. */
final class Deployed {
  private Deployed() {}

  /**
   * The objects that name the namespace, and those without one in a path that an Application
   * deploys there.
   */
  static List<Resource> into(Corpus corpus, String namespace) {
    List<Resource> objects = new ArrayList<>(corpus.inNamespace(namespace));
    for (Resource resource : corpus.of(GroupKind.APPLICATION)) {
      ApplicationView application = ApplicationView.of(resource).getFirst();
      if (!application.text("spec", "destination", "namespace").equals(namespace)) {
        continue;
      }
      for (SourceView source : application.sources()) {
        corpus.inDirectory(source.text("path")).stream()
            .filter(it -> it.namespace().isEmpty() && !corpus.mayChange(it, "namespace"))
            .forEach(objects::add);
      }
    }
    return objects.stream().distinct().toList();
  }
}
