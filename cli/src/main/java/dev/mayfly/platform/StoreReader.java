package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import java.util.Arrays;
import java.util.Optional;

/** Reads references to secret stores. */
final class StoreReader {
  private StoreReader() {}

  /** A map that holds a store and nothing else. */
  static StoreRef closed(Fields written) {
    try (Fields fields = written) {
      return store(fields);
    }
  }

  /** A map that holds a store, a key and nothing else. */
  static SecretKeyRef key(Fields written) {
    try (Fields fields = written) {
      return keyIn(fields);
    }
  }

  /** The store and key of a map that holds more. */
  static SecretKeyRef keyIn(Fields fields) {
    return new SecretKeyRef(store(fields), fields.text("key", Syntaxes.STORE_KEY));
  }

  private static StoreRef store(Fields fields) {
    String name = fields.text("store", Syntaxes.OBJECT_NAME);
    Optional<String> written = fields.optionalText("kind", Syntaxes.KIND);
    String kind = written.orElse(StoreRef.Kind.CLUSTER_SECRET_STORE.kind());
    return new StoreRef(
        name,
        Arrays.stream(StoreRef.Kind.values())
            .filter(k -> k.kind().equals(kind))
            .findFirst()
            .orElseGet(() -> unknown(fields, kind)));
  }

  private static StoreRef.Kind unknown(Fields fields, String kind) {
    fields
        .problems()
        .error(
            "not-allowed",
            fields.location("kind"),
            "`" + kind + "` is no kind of secret store",
            "allowed here: `ClusterSecretStore`, `SecretStore`");
    return StoreRef.Kind.CLUSTER_SECRET_STORE;
  }
}
