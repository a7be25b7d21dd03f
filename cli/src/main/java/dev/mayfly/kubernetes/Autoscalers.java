package dev.mayfly.kubernetes;

import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** How many pods autoscalers may make of the workloads beside them. */
final class Autoscalers {
  /** What KEDA takes where nothing is written (KEDA docs, "Scaling Deployments"). */
  private static final int KEDA = 100;

  /** By kind and name of the workload. */
  private final Map<String, Long> most = new HashMap<>();

  Autoscalers(List<? extends Node> objects, WrittenAmounts written, Consumer<Doubt> doubts) {
    for (Node object : objects) {
      switch (String.valueOf(object.textAt("kind"))) {
        case "HorizontalPodAutoscaler" ->
            add(objects, object, written.count(object, 1, "spec", "maxReplicas"), doubts);
        case "ScaledObject" ->
            add(objects, object, written.count(object, KEDA, "spec", "maxReplicaCount"), doubts);
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

  private void add(List<? extends Node> objects, Node scaler, long count, Consumer<Doubt> doubts) {
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
      most.merge(kind + "/" + name, count, Math::max);
    } else {
      doubts.accept(
          Doubt.unknown(
              scaler.location(),
              "this autoscaler grows something that is not in the bundle",
              "leave autoscalers out of previews"));
    }
  }

  /** The most pods of a workload, where something scales it. */
  OptionalLong of(Node object) {
    Long count = most.get(object.textAt("kind") + "/" + object.textAt("metadata", "name"));
    return count == null ? OptionalLong.empty() : OptionalLong.of(count);
  }
}
