package dev.mayfly.lint.rule.namespace;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.kubernetes.Doubt;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.kubernetes.PodDemand;
import dev.mayfly.kubernetes.WrittenAmounts;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;
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
        WrittenAmounts written = new WrittenAmounts(it -> say(quota, it, out));
        LimitRanges ranges = LimitRanges.of(corpus, quota.namespace(), written);
        PodDemand pods = new PodDemand(ranges, written);
        for (String bound : BOUNDS) {
          Node hard = quota.at("spec", "hard", bound);
          String resource = bound.substring(bound.indexOf('.') + 1);
          boolean limits = bound.startsWith("limits.");
          boolean named = (limits ? ranges.limit(resource) : ranges.request(resource)).isPresent();
          if (hard != null && !named) {
            Optional<Resource> refused =
                objects.stream()
                    .filter(it -> !isComplete(it, pods, resource, limits) && !corpus.mayChange(it))
                    .findFirst();
            report(hard, bound, refused, ranged, out.about(quota));
          }
        }
      }
    }
  }

  /** Of a preview's quota {@link QuotaTooSmall} says it. */
  private static void say(Resource quota, Doubt doubt, Findings out) {
    if (!PreviewScope.isPreview(quota)) {
      out.about(quota).unverifiable(doubt.at(), doubt.message(), doubt.hint());
    }
  }

  private static boolean isComplete(
      Resource object, PodDemand pods, String resource, boolean limits) {
    Node pod = object.pod();
    return pod == null || pods.isComplete(pod, resource, limits);
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
