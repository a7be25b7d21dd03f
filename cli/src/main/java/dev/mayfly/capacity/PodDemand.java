package dev.mayfly.capacity;

import dev.mayfly.platform.Amounts;
import dev.mayfly.platform.NamespacePolicy.Limits;
import dev.mayfly.platform.Quantity;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a pod asks for, as the scheduler counts it: all containers and sidecars at once, or the init
 * container that asks for most beside the sidecars started before it, whichever is more; and the
 * overhead of its runtime class (Kubernetes docs, "Init Containers", "Sidecar Containers").
 */
final class PodDemand {
  private final Limits defaults;

  PodDemand(Limits defaults) {
    this.defaults = defaults;
  }

  Amounts of(Node pod) {
    Amounts sidecars = Amounts.NONE;
    Amounts starting = Amounts.NONE;
    for (Node container : items(pod.at("initContainers"))) {
      Amounts own = container(container);
      if ("Always".equals(container.textAt("restartPolicy"))) {
        sidecars = sidecars.plus(own);
        starting = starting.or(sidecars);
      } else {
        starting = starting.or(sidecars.plus(own));
      }
    }
    Amounts running = sidecars;
    for (Node container : items(pod.at("containers"))) {
      running = running.plus(container(container));
    }
    Quantity memory = quantity(pod, "overhead", "memory").orElse(Quantity.ZERO);
    Quantity cpu = quantity(pod, "overhead", "cpu").orElse(Quantity.ZERO);
    return running.or(starting).plus(new Amounts(memory, cpu, memory, cpu));
  }

  private Amounts container(Node container) {
    return new Amounts(
        request(container, "memory"),
        request(container, "cpu"),
        limit(container, "memory"),
        limit(container, "cpu"));
  }

  /** A limit of its own stands in for a request, before any default does. */
  private Quantity request(Node container, String resource) {
    return quantity(container, "resources", "requests", resource)
        .or(() -> quantity(container, "resources", "limits", resource))
        .or(
            () ->
                Optional.ofNullable(defaults.defaultRequests().get(resource)).map(Quantity::parse))
        .orElseGet(() -> byDefault(resource));
  }

  private Quantity limit(Node container, String resource) {
    return quantity(container, "resources", "limits", resource)
        .orElseGet(() -> byDefault(resource));
  }

  private Quantity byDefault(String resource) {
    String written = defaults.defaults().get(resource);
    return written == null ? Quantity.ZERO : Quantity.parse(written);
  }

  private static Optional<Quantity> quantity(Node node, String... path) {
    String text = node.textAt(path);
    return text != null && text.length() < 40 && Syntaxes.QUANTITY.matches(text)
        ? Optional.of(Quantity.parse(text))
        : Optional.empty();
  }

  private static List<Node> items(@Nullable Node list) {
    return list instanceof ListNode nodes ? nodes.items() : List.of();
  }
}
