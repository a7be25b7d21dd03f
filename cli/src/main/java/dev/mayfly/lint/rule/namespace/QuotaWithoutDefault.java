package dev.mayfly.lint.rule.namespace;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PodSpecs;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Optional;

/** A quota bounds what containers need not name, and no LimitRange names it for them. */
public final class QuotaWithoutDefault implements CorpusRule {
  private static final List<String> BOUNDS =
      List.of("limits.cpu", "limits.memory", "requests.cpu", "requests.memory", "cpu", "memory");

  @Override
  public void check(Corpus corpus, Findings out) {
    Deployed deployed = new Deployed(corpus);
    for (Resource quota : corpus.of(GroupKind.RESOURCE_QUOTA)) {
      List<Resource> objects = deployed.into(quota.namespace());
      boolean open =
          objects.stream().anyMatch(it -> it.is(GroupKind.LIMIT_RANGE) && corpus.mayChange(it));
      boolean ranged = objects.stream().anyMatch(it -> it.is(GroupKind.LIMIT_RANGE));
      // Who makes the namespace elsewhere may make a LimitRange there too.
      boolean seen = ranged || corpus.find(GroupKind.NAMESPACE, "", quota.namespace()).isPresent();
      boolean whole =
          quota.at("spec", "scopes") == null && quota.at("spec", "scopeSelector") == null;
      if (whole && seen && !open && !corpus.mayChange(quota, "namespace")) {
        ContainerDefaults defaults = ContainerDefaults.of(corpus, quota.namespace());
        for (String bound : BOUNDS) {
          Node hard = quota.at("spec", "hard", bound);
          if (hard != null && defaults.usual(bound).isEmpty()) {
            Optional<Resource> refused = refused(objects, bound, defaults, corpus);
            report(hard, bound, refused, ranged, out.about(quota));
          }
        }
      }
    }
  }

  /** The object whose pods name nothing for a bound. */
  private static Optional<Resource> refused(
      List<Resource> objects, String bound, ContainerDefaults defaults, Corpus corpus) {
    return objects.stream()
        .filter(
            it -> PodSpecs.containers(it).stream().anyMatch(c -> defaults.of(c, bound).isEmpty()))
        .filter(it -> !corpus.mayChange(it))
        .findFirst();
  }

  private static void report(
      Node hard, String bound, Optional<Resource> refused, boolean ranged, Findings out) {
    if (refused.isPresent()) {
      String pods = "the pods of " + refused.get().title();
      out.add(hard, pods + " name no `" + bound + "` and are refused");
    } else if (ranged) {
      out.add(Severity.WARNING, hard, "a pod that names no `" + bound + "` is refused");
    }
  }
}
