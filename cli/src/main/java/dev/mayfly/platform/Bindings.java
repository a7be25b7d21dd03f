package dev.mayfly.platform;

import dev.mayfly.yaml.MapNode;
import java.util.List;
import java.util.Optional;

/** What connects a preview to shared infrastructure: plain settings and secrets by reference. */
public record Bindings(Optional<MapNode> config, List<SecretBinding> secrets) {
  public Bindings {
    secrets = List.copyOf(secrets);
  }

  /** A Secret of the preview that is filled from a store. */
  public record SecretBinding(String name, SecretKeyRef from) {}

  public boolean isEmpty() {
    return config.isEmpty() && secrets.isEmpty();
  }
}
