package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import java.util.Arrays;

/** A secret store of the External Secrets Operator. */
public record StoreRef(String name, Kind kind) {
  static StoreRef read(Fields fields) {
    String name = fields.text("store", Syntaxes.OBJECT_NAME);
    String kind = fields.text("kind", Syntaxes.KIND, Kind.CLUSTER_SECRET_STORE.kind());
    return new StoreRef(
        name,
        Arrays.stream(Kind.values())
            .filter(known -> known.kind().equals(kind))
            .findFirst()
            .orElseGet(() -> unknown(fields, kind)));
  }

  private static Kind unknown(Fields fields, String kind) {
    fields.error(
        "not-allowed",
        "kind",
        "`" + kind + "` is not allowed as the kind of a secret store",
        "allowed here: `ClusterSecretStore`, `SecretStore`");
    return Kind.CLUSTER_SECRET_STORE;
  }

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
