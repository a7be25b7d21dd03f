package dev.mayfly.kubernetes;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a namespace gives a container that names nothing, for {@code memory} or {@code cpu}. */
public interface UsualResources {
  Optional<Quantity> request(String resource);

  Optional<Quantity> limit(String resource);

  /**
   * What one container counts with. Its own limit is its request before any default is (Kubernetes,
   * {@code SetDefaults_Pod}).
   *
   * @param requests what it says itself
   * @param limits what it says itself
   */
  default Amounts of(
      Function<String, Optional<Quantity>> requests, Function<String, Optional<Quantity>> limits) {
    return new Amounts(
        requested("memory", requests, limits).orElse(Quantity.ZERO),
        requested("cpu", requests, limits).orElse(Quantity.ZERO),
        limited("memory", limits).orElse(Quantity.ZERO),
        limited("cpu", limits).orElse(Quantity.ZERO));
  }

  /** The request of a container; empty where nobody says one. */
  default Optional<Quantity> requested(
      String resource,
      Function<String, Optional<Quantity>> requests,
      Function<String, Optional<Quantity>> limits) {
    return requests.apply(resource).or(() -> limits.apply(resource)).or(() -> request(resource));
  }

  /** The limit of a container; empty where nobody says one. */
  default Optional<Quantity> limited(String resource, Function<String, Optional<Quantity>> limits) {
    return limits.apply(resource).or(() -> limit(resource));
  }

  /** What a LimitRange says; a default limit is the request where that is not said. */
  static UsualResources of(Map<String, String> limits, Map<String, String> requests) {
    return new UsualResources() {
      @Override
      public Optional<Quantity> request(String resource) {
        return amount(requests.containsKey(resource) ? requests : limits, resource);
      }

      @Override
      public Optional<Quantity> limit(String resource) {
        return amount(limits, resource);
      }
    };
  }

  private static Optional<Quantity> amount(Map<String, String> amounts, String resource) {
    return Optional.ofNullable(amounts.get(resource)).flatMap(Quantity::read);
  }
}
