package dev.mayfly.kubernetes;

import dev.mayfly.kubernetes.Autoscalers.Replicas;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What objects ask for together: their pods and claims, times how many of them there are. */
public final class ObjectDemand {
  private final PodDemand pods;
  private final WrittenAmounts written;
  private final Autoscalers autoscalers;
  private final Consumer<Doubt> doubts;
  private Demand least = Demand.NONE;
  private Demand most = Demand.NONE;

  private ObjectDemand(List<? extends Node> objects, UsualResources usual, Consumer<Doubt> doubts) {
    this.doubts = doubts;
    this.written = new WrittenAmounts(doubts);
    this.pods = new PodDemand(usual, written);
    this.autoscalers = new Autoscalers(objects, written, doubts);
  }

  /**
   * The demand of objects that are deployed together.
   *
   * @param usual what containers get that name nothing
   * @param doubts takes what could not be counted; the sums are then too low
   */
  public static ObjectDemand of(
      List<? extends Node> objects, UsualResources usual, Consumer<Doubt> doubts) {
    ObjectDemand demand = new ObjectDemand(objects, usual, doubts);
    objects.forEach(demand::add);
    return demand;
  }

  /** What is asked for as long as the objects are there. */
  public Demand least() {
    return least;
  }

  /** What all that may run at one time asks for: Jobs too, each CronJob once. */
  public Demand most() {
    return most;
  }

  private void add(Node object) {
    switch (object.textOrEmpty("kind")) {
      case "Pod" -> workload(object, new Replicas(1, 1));
      case "Deployment", "StatefulSet", "ReplicaSet", "ReplicationController", "Rollout" ->
          workload(object, autoscalers.of(object, written.count(object, 1, "spec", "replicas")));
      case "Job" -> workload(object, run(object, object));
      case "CronJob" -> workload(object, run(object, object.at("spec", "jobTemplate")));
      case "Cluster" -> database(object);
      case "PersistentVolumeClaim" ->
          add(new Demand(Amounts.NONE, claimed(object), 0), new Replicas(1, 1));
      case "ConfigMap", "Secret", "PodTemplate" -> {}
      default -> unknown(object);
    }
  }

  /** A run ends, so none of its pods are there for certain. */
  private Replicas run(Node object, @Nullable Node job) {
    boolean suspended = NodeValues.isTrue(object.at("spec", "suspend"));
    return new Replicas(
        0, job == null || suspended ? 0 : written.count(job, 1, "spec", "parallelism"));
  }

  private void workload(Node object, Replicas replicas) {
    Node pod = Pods.of(object);
    if (pod == null) {
      unknown(object);
    } else if (replicas.most() > 0) {
      Quantity storage = Quantity.ZERO;
      for (MapNode claim : object.mapsAt("spec", "volumeClaimTemplates")) {
        storage = storage.plus(claimed(claim));
      }
      add(new Demand(pods.of(pod), storage, 1), replicas);
    }
  }

  /** The pods of a database cluster all ask for what is written once (CloudNativePG). */
  private void database(Node cluster) {
    Node spec = cluster.at("spec");
    if (spec == null || !GroupKind.of(cluster).equals(GroupKind.CLUSTER)) {
      unknown(cluster);
      return;
    }
    long instances = written.count(cluster, 1, "spec", "instances");
    Quantity storage = size(spec, "storage", "size").plus(size(spec, "walStorage", "size"));
    add(new Demand(pods.container(spec), storage, 1), new Replicas(instances, instances));
  }

  private Quantity claimed(Node claim) {
    return size(claim, "spec", "resources", "requests", "storage");
  }

  private Quantity size(Node object, String... path) {
    return written.quantity(object, path).orElse(Quantity.ZERO);
  }

  private void add(Demand one, Replicas replicas) {
    least = least.plus(one.times(replicas.least()));
    most = most.plus(one.times(replicas.most()));
  }

  private void unknown(Node object) {
    String kind = object.textAt("kind");
    if (kind != null && Pods.areIn(object)) {
      doubts.accept(
          Doubt.unknown(
              object.location(),
              "how many pods this " + kind + " runs is not known here",
              "use a Deployment, StatefulSet or Job"));
    }
  }
}
