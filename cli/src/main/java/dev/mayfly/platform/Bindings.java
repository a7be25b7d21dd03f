package dev.mayfly.platform;

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

  /**
   * A Secret of the preview that is filled from a store.
   *
   * @param type what Kubernetes calls such a Secret; {@code Opaque} when left out
   */
  public record SecretBinding(String name, SecretKeyRef from, Optional<String> type) {
    /** What a node needs to pull images: one key, whose value is a file for Docker. */
    public static final String PULL = "kubernetes.io/dockerconfigjson";
  }

  public boolean isEmpty() {
    return config.isEmpty() && secrets.isEmpty();
  }
}
