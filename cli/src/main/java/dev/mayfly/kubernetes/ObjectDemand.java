package dev.mayfly.kubernetes;

import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.function.Consumer;

/** What objects ask for together: their pods, times how many of them may run at one time. */
public final class ObjectDemand {
  private final PodDemand pods;
  private final WrittenAmounts written;
  private final Autoscalers autoscalers;
  private final Consumer<Doubt> doubts;

  private ObjectDemand(List<? extends Node> objects, UsualResources usual, Consumer<Doubt> doubts) {
    this.doubts = doubts;
    this.written = new WrittenAmounts(doubts);
    this.pods = new PodDemand(usual, written);
    this.autoscalers = new Autoscalers(objects, written, doubts);
  }

  /**
   * The demand of objects that are deployed together. A CronJob counts as one run.
   *
   * @param usual what containers get that name nothing
   * @param doubts takes what could not be counted; the sum is then too low
   */
  public static Amounts of(
      List<? extends Node> objects, UsualResources usual, Consumer<Doubt> doubts) {
    ObjectDemand demand = new ObjectDemand(objects, usual, doubts);
    Amounts sum = Amounts.NONE;
    for (Node object : objects) {
      sum = sum.plus(demand.of(object));
    }
    return sum;
  }

  private Amounts of(Node object) {
    return switch (String.valueOf(object.textAt("kind"))) {
      case "Pod" -> pod(object, 1);
      case "Deployment", "StatefulSet", "ReplicaSet", "ReplicationController", "Rollout" ->
          pod(object, replicas(object));
      case "Job" -> pod(object, written.count(object, 1, "spec", "parallelism"));
      case "CronJob" ->
          pod(object, written.count(object, 1, "spec", "jobTemplate", "spec", "parallelism"));
      case "Cluster" -> instances(object);
      case "ConfigMap", "Secret", "PodTemplate" -> Amounts.NONE;
      default -> unknown(object);
    };
  }

  private long replicas(Node object) {
    long count = written.count(object, 1, "spec", "replicas");
    return Math.max(count, autoscalers.of(object).orElse(count));
  }

  private Amounts pod(Node object, long count) {
    Node pod = Pods.of(object);
    return pod == null ? unknown(object) : pods.of(pod).times(count);
  }

  /** The pods of a database cluster all ask for what is written once (CloudNativePG). */
  private Amounts instances(Node cluster) {
    Node spec = cluster.at("spec");
    boolean postgres =
        String.valueOf(cluster.textAt("apiVersion")).startsWith("postgresql.cnpg.io/");
    return spec == null || !postgres
        ? unknown(cluster)
        : pods.container(spec).times(written.count(cluster, 1, "spec", "instances"));
  }

  private Amounts unknown(Node object) {
    String kind = object.textAt("kind");
    if (kind != null && Pods.areIn(object)) {
      doubts.accept(
          Doubt.unknown(
              object.location(),
              "how many pods this " + kind + " runs is not known here",
              "use a Deployment, StatefulSet or Job"));
    }
    return Amounts.NONE;
  }
}
