package dev.mayfly.kubernetes;

import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a pod asks for: its containers, or what the pod says of itself, and the overhead of its
 * runtime class (Kubernetes docs, "Assign Pod-level CPU and memory resources").
 */
public record PodDemand(UsualResources usual, WrittenAmounts written) {
  /** What a pod can say for all its containers. */
  private static final Set<String> WHOLE = Set.of("cpu", "memory");

  public Amounts of(Node pod) {
    Amounts sum = sum(pod);
    Quantity memory = overhead(pod, "memory");
    Quantity cpu = overhead(pod, "cpu");
    return new Amounts(
            whole(pod, "memory", sum.memory()),
            whole(pod, "cpu", sum.cpu()),
            limit(pod, "memory").orElse(sum.memoryLimit()),
            limit(pod, "cpu").orElse(sum.cpuLimit()))
        .plus(new Amounts(memory, cpu, memory, cpu));
  }

  /**
   * The containers as the scheduler adds them up: all of them and the sidecars at once, or the init
   * container that asks for most beside the sidecars started before it, whichever is more
   * (Kubernetes docs, "Init Containers", "Sidecar Containers").
   */
  private Amounts sum(Node pod) {
    Amounts sidecars = Amounts.NONE;
    Amounts starting = Amounts.NONE;
    for (MapNode init : pod.mapsAt("initContainers")) {
      Amounts own = sidecars.plus(container(init));
      starting = starting.or(own);
      if ("Always".equals(init.textAt("restartPolicy"))) {
        sidecars = own;
      }
    }
    Amounts running = sidecars;
    for (MapNode each : pod.mapsAt("containers")) {
      running = running.plus(container(each));
    }
    return running.or(starting);
  }

  /** What the pod requests for all; its limit stands in where no container names anything. */
  private Quantity whole(Node pod, String resource, Quantity sum) {
    Optional<Quantity> limit = limit(pod, resource).filter(it -> it.compareTo(sum) > 0);
    boolean silent =
        Pods.containers(pod).stream()
            .allMatch(it ->
                it.at("resources", "requests", resource) == null
                    && it.at("resources", "limits", resource) == null);
    return request(pod, resource).orElse(silent ? limit.orElse(sum) : sum);
  }

  public Amounts container(Node container) {
    return usual.of(it -> request(container, it), it -> limit(container, it));
  }

  private boolean isNamed(Node container, String resource, boolean limits) {
    return (limits
            ? usual.limited(resource, it -> limit(container, it))
            : usual.requested(resource, it -> request(container, it), it -> limit(container, it)))
        .isPresent();
  }

  /**
   * Whether every container has a request, or a limit, by itself or by default; what is not
   * understood is there. A pod that says it for all of them need not (Kubernetes, {@code
   * pkg/quota/v1/evaluator/core/pods.go}).
   */
  public boolean isComplete(Node pod, String resource, boolean limits) {
    if (pod.at("resources") instanceof MapNode whole
        && (isWhole(whole.get("requests")) || isWhole(whole.get("limits")))) {
      return true;
    }
    return Pods.containers(pod).stream().allMatch(it -> isNamed(it, resource, limits));
  }

  private static boolean isWhole(@Nullable Node amounts) {
    return amounts instanceof MapNode map && WHOLE.stream().anyMatch(map::has);
  }

  private Quantity overhead(Node pod, String resource) {
    return written.quantity(pod, "overhead", resource).orElse(Quantity.ZERO);
  }

  private Optional<Quantity> request(Node node, String resource) {
    return written.quantity(node, "resources", "requests", resource);
  }

  private Optional<Quantity> limit(Node node, String resource) {
    return written.quantity(node, "resources", "limits", resource);
  }
}
