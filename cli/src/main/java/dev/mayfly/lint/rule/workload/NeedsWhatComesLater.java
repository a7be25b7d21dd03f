package dev.mayfly.lint.rule.workload;

import dev.mayfly.argocd.SyncOrder;
import dev.mayfly.kubernetes.PodNeed;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.AppliedTogether;
import dev.mayfly.lint.view.AppliedTogether.Meeting;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    AppliedTogether together = new AppliedTogether(corpus, out.settings().checkout());
    Map<String, List<Resource>> makers = new HashMap<>();
    for (Resource object : corpus.resources()) {
      PodNeed.met(object.type(), object.root())
          .ifPresent(
              it -> makers.computeIfAbsent(key(object, it), k -> new ArrayList<>()).add(object));
    }
    for (Resource pods : corpus.resources()) {
      Optional<SyncOrder> order = WAITED.contains(pods.kind()) ? pods.order() : Optional.empty();
      Node pod = pods.pod();
      if (order.isPresent() && pod != null) {
        for (PodNeed need : PodNeed.of(pod)) {
          if (need.pullSecret()) {
            continue;
          }
          List<Resource> meeting =
              makers.getOrDefault(key(pods, need.key()), List.of()).stream()
                  .filter(it -> together.of(pods, it) == Meeting.CERTAIN)
                  .toList();
          check(corpus, meeting, pods, order.get(), need, out.about(pods));
        }
      }
    }
  }

  private static String key(Resource object, String what) {
    return object.namespace() + " " + what;
  }

  private static void check(
      Corpus corpus,
      List<Resource> meeting,
      Resource pods,
      SyncOrder order,
      PodNeed need,
      Findings out) {
    Optional<SyncOrder> earliest =
        meeting.stream().flatMap(it -> it.order().stream()).min(SyncOrder::compareTo);
    if (earliest.isEmpty() || order.compareTo(earliest.get()) >= 0) {
      return;
    }
    String message =
        "`%s` comes in %s, after what needs it (%s)"
            .formatted(need.name().text(), earliest.get().inFull(), order.inFull());
    boolean certain = !corpus.isPatched(pods) && meeting.stream().noneMatch(corpus::isPatched);
    out.addIf(certain, need.name(), message, "lint what kustomize makes of it");
  }
}
