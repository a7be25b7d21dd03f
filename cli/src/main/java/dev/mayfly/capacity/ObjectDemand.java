package dev.mayfly.capacity;

import dev.mayfly.platform.Amounts;
import dev.mayfly.platform.NamespacePolicy.Limits;
import dev.mayfly.platform.UsualResources;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What objects ask for together: their pods, times how many of them may run at one time. */
public final class ObjectDemand {
  private final PodDemand pods;
  private final WrittenAmounts written;
  private final Autoscalers autoscalers;
  private final Consumer<Doubt> doubts;

  private ObjectDemand(List<? extends Node> objects, Limits defaults, Consumer<Doubt> doubts) {
    this.doubts = doubts;
    this.written = new WrittenAmounts(doubts);
    this.pods = new PodDemand(UsualResources.of(defaults), written);
    this.autoscalers = new Autoscalers(objects, written, doubts);
  }

  /**
   * The demand of objects that are deployed together. A CronJob counts as one run.
   *
   * @param defaults what containers get that name nothing
   * @param doubts takes what could not be counted; the sum is then too low
   */
  public static Amounts of(List<? extends Node> objects, Limits defaults, Consumer<Doubt> doubts) {
    ObjectDemand demand = new ObjectDemand(objects, defaults, doubts);
    Amounts sum = Amounts.NONE;
    for (Node object : objects) {
      sum = sum.plus(demand.of(object));
    }
    return sum;
  }

  private Amounts of(Node object) {
    return switch (String.valueOf(object.textAt("kind"))) {
      case "Pod" -> pod(object, 1, "spec");
      case "Deployment", "StatefulSet", "ReplicaSet", "ReplicationController", "Rollout" ->
          pod(object, replicas(object), "spec", "template", "spec");
      case "Job" ->
          pod(object, written.count(object, 1, "spec", "parallelism"), "spec", "template", "spec");
      case "CronJob" ->
          pod(
              object,
              jobs(object, "jobTemplate"),
              "spec",
              "jobTemplate",
              "spec",
              "template",
              "spec");
      case "Cluster" -> instances(object);
      case "ConfigMap", "Secret", "PodTemplate" -> Amounts.NONE;
      default -> unknown(object);
    };
  }

  private long replicas(Node object) {
    long count = written.count(object, 1, "spec", "replicas");
    return Math.max(count, autoscalers.of(object).orElse(count));
  }

  private long jobs(Node object, String template) {
    return written.count(object, 1, "spec", template, "spec", "parallelism");
  }

  private Amounts pod(Node object, long count, String... path) {
    Node pod = object.at(path);
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
    if (kind != null && runsPods(object)) {
      doubts.accept(
          Doubt.unknown(
              object.location(),
              "how many pods this " + kind + " runs is not known here",
              "use a Deployment, StatefulSet or Job"));
    }
    return Amounts.NONE;
  }

  private static boolean runsPods(@Nullable Node node) {
    return switch (node) {
      case MapNode map ->
          map.get("containers") instanceof ListNode
              || map.entries().stream().anyMatch(entry -> runsPods(entry.value()));
      case ListNode list -> list.items().stream().anyMatch(ObjectDemand::runsPods);
      case ScalarNode ignored -> false;
      case null -> false;
    };
  }
}
