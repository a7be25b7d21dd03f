package dev.mayfly.lint.rule.namespace;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.TemplateText;
import java.util.List;

/** A preview bounds a namespace that is not its own. */
public final class BoundsOfSharedNamespace implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    for (GroupKind kind :
        List.of(GroupKind.RESOURCE_QUOTA, GroupKind.LIMIT_RANGE, GroupKind.NAMESPACE)) {
      for (Resource resource : corpus.of(kind)) {
        String place = kind.equals(GroupKind.NAMESPACE) ? resource.name() : resource.namespace();
        boolean foreign =
            PreviewScope.overlay(resource).isPresent()
                && !place.isEmpty()
                && PreviewScope.numberIn(place).isEmpty()
                && !PreviewScope.isOwnNamespace(resource, place);
        if (foreign
            && !TemplateText.isTemplated(place)
            && !corpus.mayChange(resource, "namespace")) {
          out.about(resource)
              .add(
                  resource.nearest("kind"),
                  "%s is for `%s`, and it lies in `%s`"
                      .formatted(resource.kind(), place, resource.directory()));
        }
      }
    }
  }
}
