package dev.mayfly.lint.rule.namespace;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.TemplateText;

/** A preview bounds a namespace that is not its own. */
public final class BoundsOfSharedNamespace implements ResourceRule {
  @Override
  public void check(Corpus corpus, Resource resource, Findings out) {
    String place = resource.is(GroupKind.NAMESPACE) ? resource.name() : resource.namespace();
    if (PreviewScope.isForShared(resource, place)
        && !TemplateText.isTemplated(place)
        && !corpus.mayChange(resource, "namespace")) {
      out.add(
          resource.nearest("kind"),
          "%s is for `%s`, and it lies in `%s`"
              .formatted(resource.kind(), place, resource.directory()));
    }
  }
}
