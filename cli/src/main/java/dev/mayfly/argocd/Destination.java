package dev.mayfly.argocd;

import dev.mayfly.platform.TargetCluster;
import java.util.Optional;

/**
 * Where an Application goes. Argo CD knows the cluster's URL and its name; a file gives one of the
 * two, so the other stays unknown except for the cluster Argo CD itself runs in. Slashes at the end
 * of the Application's URL do not count, though those of a project's do (Argo CD, {@code
 * util/db/cluster.go}).
 */
public record Destination(Optional<String> server, Optional<String> name, String namespace) {
  public Destination {
    server = server.map(url -> url.replaceAll("/+$", ""));
    if (server.isEmpty() && name.equals(Optional.of(TargetCluster.OWN_NAME))) {
      server = Optional.of(TargetCluster.OWN_SERVER);
    } else if (name.isEmpty() && server.equals(Optional.of(TargetCluster.OWN_SERVER))) {
      name = Optional.of(TargetCluster.OWN_NAME);
    }
  }

  /** By the one of the two that is not empty. */
  public static Destination of(String server, String name, String namespace) {
    return new Destination(given(server), given(name), namespace);
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(it -> !it.isEmpty());
  }
}
