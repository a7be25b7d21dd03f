package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import dev.mayfly.yaml.MapNode;
import java.util.List;
import java.util.Optional;

/**
 * What connects a preview to shared infrastructure: plain settings and secrets by reference.
 *
 * @param provided names of Secrets, ConfigMaps and accounts that something in the cluster brings
 *     into every preview's namespace
 */
public record Bindings(
    Optional<MapNode> config, List<SecretBinding> secrets, List<String> provided) {
  public Bindings {
    secrets = List.copyOf(secrets);
    provided = List.copyOf(provided);
  }

  static Bindings read(Fields bindings) {
    List<SecretBinding> secrets = bindings.maps("secrets", SecretBinding::read);
    Optional<MapNode> config = bindings.freeMap("config");
    config.ifPresent(map -> bindings.requireKeys(map, Syntaxes.CONFIG_KEY));
    return new Bindings(config, secrets, bindings.texts("provided", Syntaxes.OBJECT_NAME));
  }

  /**
   * A Secret of the preview that is filled from a store.
   *
   * @param type what Kubernetes calls such a Secret; {@code Opaque} when left out
   */
  public record SecretBinding(String name, SecretKeyRef from, Optional<String> type) {
    /** What a node needs to pull images: one key, whose value is a file for Docker. */
    public static final String PULL = "kubernetes.io/dockerconfigjson";

    private static SecretBinding read(Fields secret) {
      return new SecretBinding(
          secret.text("name", Syntaxes.DNS_LABEL),
          SecretKeyRef.read(secret),
          secret.optionalText("type", Syntaxes.SECRET_TYPE));
    }
  }

  public boolean isEmpty() {
    return config.isEmpty() && secrets.isEmpty();
  }
}
