package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
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
    if (server.isEmpty() == cluster.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        server.isEmpty()
            ? Destination.ofName(cluster, namespace)
            : Destination.ofServer(server, namespace));
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
