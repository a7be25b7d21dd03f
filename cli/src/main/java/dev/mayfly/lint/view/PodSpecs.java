package dev.mayfly.lint.view;

import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pods that the built-in kinds describe. */
public final class PodSpecs {
  private PodSpecs() {}

  public static List<MapNode> containers(Resource resource) {
    Node pod = of(resource);
    List<MapNode> containers = new ArrayList<>();
    if (pod != null) {
      containers.addAll(NodeValues.maps(pod.at("initContainers")));
      containers.addAll(NodeValues.maps(pod.at("containers")));
    }
    return containers;
  }

  public static @Nullable Node of(Resource resource) {
    return switch (resource.kind()) {
      case "Pod" -> resource.at("spec");
      case "CronJob" -> resource.at("spec", "jobTemplate", "spec", "template", "spec");
      case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job" ->
          resource.at("spec", "template", "spec");
      default -> null;
    };
  }
}
