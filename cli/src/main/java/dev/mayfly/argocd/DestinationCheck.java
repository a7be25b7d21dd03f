package dev.mayfly.argocd;

import dev.mayfly.platform.TargetCluster;
import java.util.List;
import java.util.Optional;

/**
 * Whether the controller finds the cluster of a destination (Argo CD, {@code GetDestinationCluster}
 * in {@code util/argo}); without a list of clusters every one is taken to be there.
 */
final class DestinationCheck {
  private DestinationCheck() {}

  /** What is wrong with the destination, as a sentence. */
  static Optional<String> fault(
      GeneratedApplication application, Optional<List<RegisteredCluster>> clusters) {
    String shown = MessageText.quoted(application.name());
    Optional<Destination> destination = application.destination();
    if (destination.isEmpty()) {
      return Optional.of(shown + " needs exactly one of `server` and `name` as its destination");
    }
    String name = application.text("spec", "destination", "name");
    long found = clusters.map(all -> found(destination.get(), name, all)).orElse(1L);
    String called = name.isEmpty() ? destination.get().server().orElse("") : name;
    return found == 1
        ? Optional.empty()
        : Optional.of(
            shown
                + " goes to "
                + MessageText.quoted(called)
                + ", which is "
                + (found == 0 ? "none" : "several")
                + " of the clusters given");
  }

  private static long found(
      Destination destination, String name, List<RegisteredCluster> clusters) {
    if (!name.isEmpty()) {
      boolean local =
          name.equals(TargetCluster.OWN_NAME)
              && clusters.stream().noneMatch(RegisteredCluster::isLocal);
      return local ? 1 : clusters.stream().filter(it -> it.name().equals(name)).count();
    }
    boolean known =
        destination.server().equals(Optional.of(TargetCluster.OWN_SERVER))
            || clusters.stream()
                .map(it -> Destination.ofServer(it.server(), "").server())
                .anyMatch(destination.server()::equals);
    return known ? 1 : 0;
  }
}
