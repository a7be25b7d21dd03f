package dev.mayfly.capacity;

import dev.mayfly.platform.Amounts;
import dev.mayfly.platform.NamespacePolicy.Limits;
import dev.mayfly.platform.Quantity;
import dev.mayfly.yaml.Node;
import java.util.Map;
import java.util.Optional;

/**
 * What a pod asks for: its containers, or what the pod says of itself, and the overhead of its
 * runtime class (Kubernetes docs, "Assign Pod-level CPU and memory resources").
 */
final class PodDemand {
  private static final PodSum<Amounts> SUM = new PodSum<>(Amounts.NONE, Amounts::plus, Amounts::or);

  private final Limits defaults;
  private final WrittenAmounts written;

  PodDemand(Limits defaults, WrittenAmounts written) {
    this.defaults = defaults;
    this.written = written;
  }

  Amounts of(Node pod) {
    Amounts sum = SUM.of(pod, this::container);
    Quantity memory = overhead(pod, "memory");
    Quantity cpu = overhead(pod, "cpu");
    return new Amounts(
            whole(pod, "memory", sum.memory()),
            whole(pod, "cpu", sum.cpu()),
            limit(pod, "memory").orElse(sum.memoryLimit()),
            limit(pod, "cpu").orElse(sum.cpuLimit()))
        .plus(new Amounts(memory, cpu, memory, cpu));
  }

  /** What the pod requests for all; its limit stands in where no container names anything. */
  private Quantity whole(Node pod, String resource, Quantity sum) {
    Optional<Quantity> limit = limit(pod, resource).filter(it -> it.compareTo(sum) > 0);
    boolean silent =
        PodSum.containers(pod).stream()
            .allMatch(
                it ->
                    it.at("resources", "requests", resource) == null
                        && it.at("resources", "limits", resource) == null);
    return request(pod, resource).orElse(silent ? limit.orElse(sum) : sum);
  }

  Amounts container(Node container) {
    return new Amounts(
        request(container, "memory").orElseGet(() -> silentRequest(container, "memory")),
        request(container, "cpu").orElseGet(() -> silentRequest(container, "cpu")),
        limit(container, "memory").orElseGet(() -> byDefault(defaults.defaults(), "memory")),
        limit(container, "cpu").orElseGet(() -> byDefault(defaults.defaults(), "cpu")));
  }

  /** A limit of its own stands in for a request, before any default does. */
  private Quantity silentRequest(Node container, String resource) {
    Map<String, String> requests = defaults.defaultRequests();
    return limit(container, resource)
        .orElseGet(
            () ->
                byDefault(
                    requests.containsKey(resource) ? requests : defaults.defaults(), resource));
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

  private static Quantity byDefault(Map<String, String> defaults, String resource) {
    String amount = defaults.get(resource);
    return amount == null ? Quantity.ZERO : Quantity.parse(amount);
  }
}
