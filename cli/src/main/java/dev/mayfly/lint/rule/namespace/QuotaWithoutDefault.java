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

/** A quota bounds what containers need not name, and no LimitRange names it for them. */
public final class QuotaWithoutDefault implements CorpusRule {
  private static final List<String> BOUNDS =
      List.of("limits.cpu", "limits.memory", "requests.cpu", "requests.memory");

  @Override
  public void check(Corpus corpus, Findings out) {
    Deployed deployed = new Deployed(corpus);
    for (Resource quota : corpus.of(GroupKind.RESOURCE_QUOTA)) {
      List<Resource> objects = deployed.into(quota.namespace());
      boolean ranged = objects.stream().anyMatch(it -> it.is(GroupKind.LIMIT_RANGE));
      boolean open =
          objects.stream().anyMatch(it -> it.is(GroupKind.LIMIT_RANGE) && corpus.mayChange(it));
      boolean whole =
          quota.at("spec", "scopes") == null && quota.at("spec", "scopeSelector") == null;
      if (ranged && whole && !open && !corpus.mayChange(quota, "namespace")) {
        ContainerDefaults defaults = ContainerDefaults.of(corpus, quota.namespace());
        for (String bound : BOUNDS) {
          Node hard = quota.at("spec", "hard", bound);
          if (hard != null && defaults.usual(bound).isEmpty()) {
            check(hard, bound, objects, defaults, corpus, out.about(quota));
          }
        }
      }
    }
  }

  private static void check(
      Node hard,
      String bound,
      List<Resource> objects,
      ContainerDefaults defaults,
      Corpus corpus,
      Findings out) {
    for (Resource object : objects) {
      boolean refused =
          PodSpecs.containers(object).stream().anyMatch(it -> defaults.of(it, bound).isEmpty());
      if (refused && !corpus.mayChange(object)) {
        out.add(hard, "the pods of " + object.title() + " name no `" + bound + "` and are refused");
        return;
      }
    }
    out.add(Severity.WARNING, hard, "a pod that names no `" + bound + "` is refused");
  }
}
