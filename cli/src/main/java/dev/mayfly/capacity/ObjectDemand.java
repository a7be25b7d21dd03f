package dev.mayfly.capacity;

import dev.mayfly.platform.Amounts;
import dev.mayfly.platform.NamespacePolicy.Limits;
import dev.mayfly.yaml.Node;
import java.util.Optional;

/** What one object of a bundle asks for: its pods, times how many of them run at one time. */
public final class ObjectDemand {
  private static final int MOST = 10_000;

  private ObjectDemand() {}

  /**
   * The demand of an object that runs pods; empty for any other. A DaemonSet counts once, as the
   * number of nodes is not known, and a CronJob as one run.
   *
   * @param defaults what containers get that name nothing
   */
  public static Optional<Amounts> of(Node object, Limits defaults) {
    PodDemand pods = new PodDemand(defaults);
    return switch (String.valueOf(object.textAt("kind"))) {
      case "Pod" -> pod(object, pods, 1, "spec");
      case "Deployment", "StatefulSet", "ReplicaSet", "ReplicationController" ->
          pod(object, pods, count(object, "spec", "replicas"), "spec", "template", "spec");
      case "DaemonSet" -> pod(object, pods, 1, "spec", "template", "spec");
      case "Job" ->
          pod(object, pods, count(object, "spec", "parallelism"), "spec", "template", "spec");
      case "CronJob" ->
          pod(
              object,
              pods,
              count(object, "spec", "jobTemplate", "spec", "parallelism"),
              "spec",
              "jobTemplate",
              "spec",
              "template",
              "spec");
      default -> Optional.empty();
    };
  }

  /** The most pods that an autoscaler may make of its target; empty for any other object. */
  public static Optional<Long> mostReplicas(Node object) {
    return "HorizontalPodAutoscaler".equals(object.textAt("kind"))
        ? Optional.of(count(object, "spec", "maxReplicas"))
        : Optional.empty();
  }

  private static Optional<Amounts> pod(Node object, PodDemand pods, long count, String... path) {
    Node pod = object.at(path);
    return pod == null ? Optional.empty() : Optional.of(pods.of(pod).times(count));
  }

  /** One where nothing is written, as Kubernetes has it. */
  private static long count(Node object, String... path) {
    String text = object.textAt(path);
    return text == null || !text.matches("[0-9]{1,9}") ? 1 : Math.min(MOST, Long.parseLong(text));
  }
}
