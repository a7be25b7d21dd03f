package dev.mayfly.live;

import dev.mayfly.argocd.HealthStatus;
import dev.mayfly.argocd.OperationPhase;
import dev.mayfly.argocd.ResultCode;
import dev.mayfly.yaml.Node;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What stands in the way, the surest first: conditions, what a sync could not apply, objects that
 * are not healthy. Since Argo CD 3.0 the cluster's Application does not hold the health of objects
 * ({@code controller.resource.health.persist}); the API adds it from its own tree.
 */
final class Troubles {
  private static final int MOST = 10;

  private Troubles() {}

  static List<Trouble> of(ApplicationStatus application) {
    Set<Trouble> found = new LinkedHashSet<>();
    for (Node condition : application.list("status", "conditions")) {
      String type = condition.textOrEmpty("type");
      if (type.endsWith("Error")) {
        found.add(Trouble.of("Application", type, condition.textOrEmpty("message")));
      }
    }
    for (Node result : application.list("status", "operationState", "syncResult", "resources")) {
      String phase = result.textOrEmpty("hookPhase");
      boolean hook = OperationPhase.of(phase).isFailure();
      String code = result.textOrEmpty("status");
      if (hook || ResultCode.of(code) == ResultCode.SYNC_FAILED) {
        String state = hook ? "hook " + phase : code;
        found.add(Trouble.of(object(result), state, result.textOrEmpty("message")));
      }
    }
    addUnhealthy(found, application.list("status", "resources"));
    return found.stream().limit(MOST).toList();
  }

  /** The unhealthy objects of a resource tree, those that nothing else hangs below first. */
  static List<Trouble> ofTree(Node tree) {
    Set<Trouble> found = new LinkedHashSet<>();
    Comparator<Node> podsFirst =
        Comparator.comparing(node -> !node.textOrEmpty("kind").equals("Pod"));
    addUnhealthy(found, tree.itemsAt("nodes").stream().sorted(podsFirst).toList());
    return found.stream().limit(MOST).toList();
  }

  private static void addUnhealthy(Set<Trouble> found, List<Node> objects) {
    for (Node object : objects) {
      String health = object.textOrEmpty("health", "status");
      if (HealthStatus.of(health).needsAttention()) {
        found.add(Trouble.of(object(object), health, object.textOrEmpty("health", "message")));
      }
    }
  }

  private static String object(Node node) {
    return node.textOrEmpty("kind") + " " + node.textOrEmpty("name");
  }
}
