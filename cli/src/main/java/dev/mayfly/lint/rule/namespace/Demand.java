package dev.mayfly.lint.rule.namespace;

import dev.mayfly.kubernetes.Amounts;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.kubernetes.PodDemand;
import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.kubernetes.WrittenAmounts;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Numbers;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of a namespace ask for at least: only what is written is counted, and what is
 * written elsewhere, as in a chart, is not.
 */
final class Demand {
  /**
   * What one object asks for.
   *
   * @param pod of one of its pods
   * @param least how many of them there are for certain
   * @param most how many autoscalers may make of them
   */
  private record Part(boolean runs, Amounts pod, Quantity storage, long least, long most) {
    Quantity of(String bound, boolean largest) {
      Quantity one =
          switch (bound) {
            case "requests.memory", "memory" -> pod.memory();
            case "requests.cpu", "cpu" -> pod.cpu();
            case "limits.memory" -> pod.memoryLimit();
            case "limits.cpu" -> pod.cpuLimit();
            case "requests.storage" -> storage;
            case "pods" -> Quantity.parse(runs ? "1" : "0");
            default -> Quantity.ZERO;
          };
      return one.times(Math.clamp(largest ? most : least, 0, 10_000));
    }
  }

  private final Findings out;
  private final WrittenAmounts written;
  private final PodDemand pods;
  private final List<Part> parts = new ArrayList<>();

  /**
   * @param out takes what could not be counted; the sums are then too low
   */
  Demand(Corpus corpus, Deployed deployed, String namespace, Findings out) {
    this.out = out;
    this.written = new WrittenAmounts(it -> out.unverifiable(it.at(), it.message(), it.hint()));
    this.pods = new PodDemand(LimitRanges.of(corpus, namespace, written), written);
    List<Resource> objects =
        deployed.into(namespace).stream().filter(it -> !corpus.mayChange(it, "replicas")).toList();
    Map<String, Replicas> scaled = Replicas.of(objects, out);
    objects.forEach(it -> add(it, scaled.get(it.kind() + "/" + it.name())));
  }

  /** The sum for a key of a quota, such as {@code requests.memory} or {@code pods}. */
  Quantity of(String bound, boolean largest) {
    return parts.stream().map(it -> it.of(bound, largest)).reduce(Quantity.ZERO, Quantity::plus);
  }

  private void add(Resource object, @Nullable Replicas range) {
    boolean database = object.is(GroupKind.CLUSTER);
    long count =
        switch (object.kind()) {
          case "Deployment", "StatefulSet", "ReplicaSet" ->
              Numbers.read(object.at("spec", "replicas"), out).orElse(1);
          case "Cluster" ->
              database ? Numbers.read(object.at("spec", "instances"), out).orElse(1) : 0;
          case "Pod", "PersistentVolumeClaim" -> 1;
          default -> 0;
        };
    if (count == 0 && range == null) {
      return;
    }
    Node pod = database ? object.at("spec") : object.pod();
    Amounts amounts = pod == null ? Amounts.NONE : database ? pods.container(pod) : pods.of(pod);
    parts.add(
        new Part(
            pod != null,
            amounts,
            storage(object),
            range == null ? count : range.of(count, false),
            range == null ? count : range.of(count, true)));
  }

  private Quantity storage(Resource object) {
    MapNode root = object.root();
    if (object.is(GroupKind.CLUSTER)) {
      return size(root, "spec", "storage", "size").plus(size(root, "spec", "walStorage", "size"));
    }
    Quantity sum = size(root, "spec", "resources", "requests", "storage");
    for (MapNode claim : object.mapsAt("spec", "volumeClaimTemplates")) {
      sum = sum.plus(size(claim, "spec", "resources", "requests", "storage"));
    }
    return sum;
  }

  private Quantity size(MapNode root, String... path) {
    return written.quantity(root, path).orElse(Quantity.ZERO);
  }
}
