package dev.mayfly.lint.rule.admission;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import java.util.List;
import java.util.Optional;

/**
 * The ApplicationSet of a platform is applied without its admission policy and the policy's
 * binding, or before them.
 */
public final class PolicyAfterSet implements ResourceRule {
  @Override
  public void check(Corpus corpus, Resource set, Findings out) {
    if (Policies.platform(set) == null || Policies.app(set) == null) {
      return;
    }
    for (Kustomization kustomization : corpus.including(set)) {
      int place = place(kustomization, set);
      if (place >= 0) {
        check(corpus, kustomization, set, place, out);
      }
    }
  }

  private static void check(
      Corpus corpus, Kustomization kustomization, Resource set, int place, Findings out) {
    for (GroupKind kind : List.of(Policies.VALIDATING, Policies.BINDING)) {
      Optional<Integer> guard =
          corpus.of(kind).stream()
              .filter(resource -> Policies.areOfOneApp(resource, set))
              .map(resource -> place(kustomization, resource))
              .filter(listed -> listed >= 0)
              .findFirst();
      if (guard.isEmpty()) {
        out.add(
            set.subject(),
            "`" + set.name() + "` is applied without the " + kind.kind() + " of its app");
      } else if (guard.get() > place) {
        out.add(
            set.subject(),
            "`" + set.name() + "` is applied before the " + kind.kind() + " of its app");
      }
    }
  }

  /** The place in the list of resources, or -1. */
  private static int place(Kustomization kustomization, Resource resource) {
    return kustomization.textsAt("resources").stream()
        .map(entry -> RelativePath.resolve(kustomization.directory(), entry.text()))
        .toList()
        .indexOf(resource.file());
  }
}
