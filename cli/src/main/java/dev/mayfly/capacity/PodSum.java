package dev.mayfly.capacity;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * Adds up the containers of a pod as the scheduler does: all of them and the sidecars at once, or
 * the init container that asks for most beside the sidecars started before it, whichever is more
 * (Kubernetes docs, "Init Containers", "Sidecar Containers").
 *
 * @param plus both at one time
 * @param larger one after the other
 */
record PodSum<T>(T nothing, BinaryOperator<T> plus, BinaryOperator<T> larger) {

  T of(Node pod, Function<MapNode, T> container) {
    T sidecars = nothing;
    T starting = nothing;
    for (MapNode init : containers(pod, "initContainers")) {
      T own = plus.apply(sidecars, container.apply(init));
      starting = larger.apply(starting, own);
      if ("Always".equals(init.textAt("restartPolicy"))) {
        sidecars = own;
      }
    }
    T running = sidecars;
    for (MapNode each : containers(pod, "containers")) {
      running = plus.apply(running, container.apply(each));
    }
    return larger.apply(running, starting);
  }

  /** All that run in a pod, at whatever time. */
  static List<MapNode> containers(Node pod) {
    List<MapNode> all = new ArrayList<>(containers(pod, "initContainers"));
    all.addAll(containers(pod, "containers"));
    return all;
  }

  private static List<MapNode> containers(Node pod, String key) {
    return pod.at(key) instanceof ListNode list
        ? list.items().stream().filter(MapNode.class::isInstance).map(MapNode.class::cast).toList()
        : List.of();
  }
}
