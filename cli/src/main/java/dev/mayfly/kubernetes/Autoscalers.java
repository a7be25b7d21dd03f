package dev.mayfly.kubernetes;

import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** How many pods autoscalers may make of the workloads beside them. */
final class Autoscalers {
  /** What KEDA takes where nothing is written (KEDA docs, "Scaling Deployments"). */
  private static final int KEDA = 100;

  /** By kind and name of the workload. */
  private final Map<String, Range> ranges = new HashMap<>();

  /** How many pods run for certain, and how many at one time at most. */
  record Replicas(long least, long most) {}

  /**
   * Where an autoscaler keeps a workload.
   *
   * @param wakes whether it also scales one that is switched off
   */
  private record Range(long least, long most, boolean wakes) {
    Range or(Range other) {
      return new Range(
          Math.min(least, other.least), Math.max(most, other.most), wakes || other.wakes);
    }
  }

  Autoscalers(List<? extends Node> objects, WrittenAmounts written, Consumer<Doubt> doubts) {
    for (Node object : objects) {
      switch (object.textOrEmpty("kind")) {
        case "HorizontalPodAutoscaler" -> {
          long least = written.count(object, 1, "spec", "minReplicas");
          long most = written.count(object, least, "spec", "maxReplicas");
          // Kubernetes, pkg/controller/podautoscaler/horizontal.go: else it is disabled at 0.
          add(objects, object, new Range(least, Math.max(least, most), least == 0), doubts);
        }
        case "ScaledObject" -> {
          long least = written.count(object, 0, "spec", "minReplicaCount");
          long idle = written.count(object, least, "spec", "idleReplicaCount");
          long most = written.count(object, KEDA, "spec", "maxReplicaCount");
          add(objects, object, new Range(idle, Math.max(idle, most), true), doubts);
        }
        case "VerticalPodAutoscaler" ->
            doubts.accept(
                Doubt.unknown(
                    object.location(),
                    "a VerticalPodAutoscaler changes what pods request while they run",
                    "leave autoscalers out of previews"));
        default -> {}
      }
    }
  }

  private void add(List<? extends Node> objects, Node scaler, Range range, Consumer<Doubt> doubts) {
    String kind =
        scaler.at("spec", "scaleTargetRef", "kind") instanceof ScalarNode it
            ? it.text()
            : "Deployment";
    String name = String.valueOf(scaler.textAt("spec", "scaleTargetRef", "name"));
    boolean known =
        objects.stream()
            .anyMatch(
                it -> kind.equals(it.textAt("kind")) && name.equals(it.textAt("metadata", "name")));
    if (known) {
      ranges.merge(kind + "/" + name, range, Range::or);
    } else {
      doubts.accept(
          Doubt.unknown(
              scaler.location(),
              "this autoscaler grows something that is not in the bundle",
              "leave autoscalers out of previews"));
    }
  }

  /**
   * The pods of a workload. More than an autoscaler's most run until it has looked.
   *
   * @param written how many it says itself
   */
  Replicas of(Node workload, long written) {
    Range range = ranges.get(workload.textAt("kind") + "/" + workload.textAt("metadata", "name"));
    return range == null || (written == 0 && !range.wakes)
        ? new Replicas(written, written)
        : new Replicas(Math.clamp(written, range.least, range.most), Math.max(written, range.most));
  }
}
