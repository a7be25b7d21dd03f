package dev.mayfly.lint.rule.workload;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.AppliedTogether;
import dev.mayfly.lint.view.AppliedTogether.Meeting;
import dev.mayfly.lint.view.PodNeeds;
import dev.mayfly.lint.view.SyncOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Pods wait for an object that the same sync applies only after them. Argo CD goes on when they are
 * healthy, and they are when it went on: the first sync never ends.
 */
public final class NeedsWhatComesLater implements CorpusRule {
  /** What Argo CD waits for; a CronJob is well without a pod. */
  private static final Set<String> WAITED =
      Set.of("Pod", "Job", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet");

  @Override
  public void check(Corpus corpus, Findings out) {
    AppliedTogether together = new AppliedTogether(corpus);
    for (Resource pods : corpus.resources()) {
      Optional<SyncOrder> order =
          WAITED.contains(pods.kind()) ? SyncOrder.of(pods) : Optional.empty();
      if (order.isPresent()) {
        for (PodNeeds need : PodNeeds.of(pods)) {
          check(corpus, together, pods, order.get(), need, out.about(pods));
        }
      }
    }
  }

  private static void check(
      Corpus corpus,
      AppliedTogether together,
      Resource pods,
      SyncOrder order,
      PodNeeds need,
      Findings out) {
    List<Resource> meeting =
        corpus.inNamespace(pods.namespace()).stream()
            .filter(it -> need.isMetBy(it) && together.of(pods, it) == Meeting.CERTAIN)
            .toList();
    Optional<SyncOrder> earliest =
        meeting.stream()
            .flatMap(it -> SyncOrder.of(it).stream())
            .min(Comparator.comparingInt(SyncOrder::phase).thenComparingLong(SyncOrder::wave));
    if (earliest.isEmpty() || !order.isBefore(earliest.get())) {
      return;
    }
    String message =
        "`%s` comes in %s, after what needs it (%s)"
            .formatted(need.name().text(), earliest.get().shown(), order.shown());
    if (corpus.isPatched(pods) || meeting.stream().anyMatch(corpus::isPatched)) {
      out.unverifiable(need.name(), message, "lint what kustomize makes of it");
    } else {
      out.add(need.name(), message);
    }
  }
}
