package dev.mayfly.platform;

/** A secret store of the External Secrets Operator. */
public record StoreRef(String name, Kind kind) {
  /** Whether the store belongs to one namespace. */
  public enum Kind {
    CLUSTER_SECRET_STORE("ClusterSecretStore"),
    SECRET_STORE("SecretStore");

    private final String kind;

    Kind(String kind) {
      this.kind = kind;
    }

    /** The Kubernetes kind. */
    public String kind() {
      return kind;
    }
  }
}
