package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import org.jspecify.annotations.Nullable;

/** What an object names in its own namespace, and what lies in another. */
final class Elsewhere {
  private Elsewhere() {}

  /**
   * @param reference the name of an object of the kind, if any
   * @param self what the naming object is called in the finding
   */
  static void check(
      Corpus corpus,
      Resource resource,
      GroupKind kind,
      @Nullable Node reference,
      String self,
      Findings out) {
    String name = NodeValues.text(reference);
    String own = resource.namespace();
    if (reference == null
        || own.isEmpty()
        || corpus.mayChange(resource, "namespace")
        || corpus.find(kind, own, name).isPresent()) {
      return;
    }
    corpus.of(kind).stream()
        .filter(it -> it.name().equals(name) && !it.namespace().isEmpty())
        .findFirst()
        .ifPresent(
            // Another one of the name may be out of sight, but hardly for a preview.
            it ->
                out.addIf(
                    PreviewScope.isPreview(resource),
                    reference,
                    "`%s` lies in `%s`, %s in `%s`".formatted(name, it.namespace(), self, own),
                    "lint what is in `" + own + "` as well"));
  }
}
