package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;

/** A key in an external store, read through a SecretStore or ClusterSecretStore. */
public record SecretKeyRef(StoreRef store, String key) {
  static SecretKeyRef read(Fields fields) {
    return new SecretKeyRef(StoreRef.read(fields), fields.text("key", Syntaxes.STORE_KEY));
  }
}
