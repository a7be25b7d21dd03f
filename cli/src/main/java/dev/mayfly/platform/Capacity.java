package dev.mayfly.platform;

import java.util.Optional;

/** What all previews together may request, as Kubernetes quantities. */
public record Capacity(Optional<String> memory, Optional<String> cpu) {
  /** The capacity of {@code memory} or {@code cpu}. */
  public Optional<String> of(String resource) {
    return resource.equals("memory") ? memory : cpu;
  }
}
