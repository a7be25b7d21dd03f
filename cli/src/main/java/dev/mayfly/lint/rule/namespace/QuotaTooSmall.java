package dev.mayfly.lint.rule.namespace;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.kubernetes.Doubt;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.kubernetes.ObjectDemand;
import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.kubernetes.WrittenAmounts;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.Quantities;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A preview asks for more than its quota gives. */
public final class QuotaTooSmall implements CorpusRule {
  private static final List<String> COUNTED =
      List.of(
          "requests.cpu",
          "requests.memory",
          "cpu",
          "memory",
          "limits.cpu",
          "limits.memory",
          "requests.storage",
          "pods");

  @Override
  public void check(Corpus corpus, Findings out) {
    Deployed deployed = new Deployed(corpus);
    for (Resource quota : corpus.of(GroupKind.RESOURCE_QUOTA)) {
      boolean whole =
          quota.at("spec", "scopes") == null && quota.at("spec", "scopeSelector") == null;
      if (PreviewScope.isPreview(quota) && whole && !corpus.mayChange(quota, "namespace")) {
        ObjectDemand demand = demand(corpus, deployed, quota.namespace(), out.about(quota));
        COUNTED.forEach(bound -> check(quota, bound, demand, out.about(quota)));
      }
    }
  }

  /** Only what is written is counted, and what is written elsewhere, as in a chart, is not. */
  private static ObjectDemand demand(
      Corpus corpus, Deployed deployed, String namespace, Findings out) {
    Consumer<Doubt> doubts =
        it -> {
          if (it.unreadable()) {
            out.unverifiable(it.at(), it.message(), it.hint());
          }
        };
    List<MapNode> objects =
        deployed.into(namespace).stream()
            .filter(it -> !corpus.mayChange(it, "replicas"))
            .map(Resource::root)
            .toList();
    LimitRanges ranges = LimitRanges.of(corpus, namespace, new WrittenAmounts(doubts));
    return ObjectDemand.of(objects, ranges, doubts);
  }

  private static void check(Resource quota, String bound, ObjectDemand demand, Findings out) {
    Node hard = quota.at("spec", "hard", bound);
    Optional<Quantity> limit = WrittenAmounts.read(hard);
    if (hard == null || !Quantities.areRead(out, hard) || limit.isEmpty()) {
      return;
    }
    Quantity least = demand.least().against(bound);
    Quantity most = demand.most().against(bound);
    if (least.compareTo(limit.get()) > 0) {
      out.add(
          hard,
          "the objects of `%s` come to %s of `%s`, and the quota gives %s"
              .formatted(quota.namespace(), least, bound, NodeValues.text(hard)));
    } else if (most.compareTo(limit.get()) > 0) {
      out.add(
          Severity.WARNING,
          hard,
          "with all that may run at one time, `%s` comes to %s of `%s`, and the quota gives %s"
              .formatted(quota.namespace(), most, bound, NodeValues.text(hard)));
    }
  }
}
