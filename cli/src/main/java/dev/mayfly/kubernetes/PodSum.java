package dev.mayfly.kubernetes;

import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
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
    for (MapNode init : pod.mapsAt("initContainers")) {
      T own = plus.apply(sidecars, container.apply(init));
      starting = larger.apply(starting, own);
      if ("Always".equals(init.textAt("restartPolicy"))) {
        sidecars = own;
      }
    }
    T running = sidecars;
    for (MapNode each : pod.mapsAt("containers")) {
      running = plus.apply(running, container.apply(each));
    }
    return larger.apply(running, starting);
  }
}
