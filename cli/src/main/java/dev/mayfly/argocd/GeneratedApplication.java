package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.platform.TargetCluster;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Optional;

/**
 * An Application as the controller would create it.
 *
 * @param manifest every value stands where its template stands
 * @param parameters what it was made from
 */
public record GeneratedApplication(Node manifest, GoValue.Entries parameters) {
  public String name() {
    return text("metadata", "name");
  }

  public String project() {
    return text("spec", "project");
  }

  /** All sources that count. */
  public List<Node> sources() {
    return ApplicationSources.of(manifest.at("spec", "source"), manifest.at("spec", "sources"));
  }

  /** Where it goes; empty when neither or both of server and name are given. */
  public Optional<Destination> destination() {
    String server = text("spec", "destination", "server");
    String cluster = text("spec", "destination", "name");
    String namespace = text("spec", "destination", "namespace");
    return server.isEmpty() == cluster.isEmpty()
        ? Optional.empty()
        : Optional.of(Destination.of(server, cluster, namespace));
  }

  /**
   * Why the controller does not find its cluster, as a sentence (Argo CD, {@code
   * GetDestinationCluster} in {@code util/argo}); without a list every one is taken to be there.
   */
  Optional<String> destinationFault(Optional<List<RegisteredCluster>> clusters) {
    String shown = MessageText.quoted(name());
    Optional<Destination> destination = destination();
    if (destination.isEmpty()) {
      return Optional.of(shown + " needs exactly one of `server` and `name` as its destination");
    }
    String cluster = text("spec", "destination", "name");
    long found = clusters.map(all -> found(destination.get(), cluster, all)).orElse(1L);
    String called = cluster.isEmpty() ? destination.get().server().orElse("") : cluster;
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
                .map(it -> Destination.of(it.server(), "", "").server())
                .anyMatch(destination.server()::equals);
    return known ? 1 : 0;
  }

  /** The number of the pull request it is made from, where one generator gave it. */
  public Optional<String> pullRequest() {
    return parameters.values().get("number") instanceof GoValue.Text(String number)
        ? Optional.of(number)
        : Optional.empty();
  }

  public SyncOptions syncOptions() {
    return SyncOptions.of(manifest.at("spec", "syncPolicy", "syncOptions"));
  }

  String text(String... path) {
    return manifest.textOrEmpty(path);
  }
}
