package dev.mayfly.argocd;

import java.util.Optional;

/**
 * Where an Application goes. Argo CD knows the cluster's URL and its name; a file gives one of the
 * two, so the other stays unknown except for the cluster Argo CD itself runs in. Slashes at the end
 * of the Application's URL do not count, though those of a project's do (Argo CD, {@code
 * util/db/cluster.go}).
 */
public record Destination(Optional<String> server, Optional<String> name, String namespace) {
  /** The URL and the name of Argo CD's own cluster (Argo CD, {@code util/db/cluster.go}). */
  public static final String LOCAL_SERVER = "https://kubernetes.default.svc";

  public static final String LOCAL_NAME = "in-cluster";

  public Destination {
    server = server.map(url -> url.replaceAll("/+$", ""));
    if (server.isEmpty() && name.equals(Optional.of(LOCAL_NAME))) {
      server = Optional.of(LOCAL_SERVER);
    } else if (name.isEmpty() && server.equals(Optional.of(LOCAL_SERVER))) {
      name = Optional.of(LOCAL_NAME);
    }
  }

  public static Destination ofServer(String server, String namespace) {
    return new Destination(Optional.of(server), Optional.empty(), namespace);
  }

  public static Destination ofName(String name, String namespace) {
    return new Destination(Optional.empty(), Optional.of(name), namespace);
  }
}
