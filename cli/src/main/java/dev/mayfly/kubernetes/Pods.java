package dev.mayfly.kubernetes;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where objects describe the pods that they make, and what runs in those. */
public final class Pods {
  private static final String[] TEMPLATE = {"spec", "template", "spec"};
  private static final Map<String, String[]> PLACES =
      Map.of(
          "Pod", new String[] {"spec"},
          "Deployment", TEMPLATE,
          "StatefulSet", TEMPLATE,
          "DaemonSet", TEMPLATE,
          "ReplicaSet", TEMPLATE,
          "ReplicationController", TEMPLATE,
          "Rollout", TEMPLATE,
          "Job", TEMPLATE,
          "CronJob", new String[] {"spec", "jobTemplate", "spec", "template", "spec"});

  private Pods() {}

  /** The pod that an object makes, by its kind; null where none is known or written. */
  public static @Nullable Node of(Node object) {
    String[] place = PLACES.get(object.textOrEmpty("kind"));
    return place == null ? null : object.at(place);
  }

  /** All that run in a pod at whatever time, in the order in which they start. */
  public static List<MapNode> containers(@Nullable Node pod) {
    List<MapNode> containers = new ArrayList<>();
    if (pod != null) {
      containers.addAll(pod.mapsAt("initContainers"));
      containers.addAll(pod.mapsAt("containers"));
    }
    return containers;
  }

  /** Whether anything in an object of any kind is a pod. */
  static boolean areIn(Node object) {
    return NodeValues.allMaps(object).stream()
        .anyMatch(map -> map.get("containers") instanceof ListNode);
  }
}
