package dev.mayfly.lint.rule.workload;

import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pods that the built-in kinds describe. */
final class PodSpecs {
  private PodSpecs() {}

  static List<MapNode> containers(Resource resource) {
    Node pod = pod(resource);
    List<MapNode> containers = new ArrayList<>();
    if (pod != null) {
      containers.addAll(Fields.maps(pod.at("initContainers")));
      containers.addAll(Fields.maps(pod.at("containers")));
    }
    return containers;
  }

  private static @Nullable Node pod(Resource resource) {
    return switch (resource.kind()) {
      case "Pod" -> resource.at("spec");
      case "CronJob" -> resource.at("spec", "jobTemplate", "spec", "template", "spec");
      case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job" ->
          resource.at("spec", "template", "spec");
      default -> null;
    };
  }
}
