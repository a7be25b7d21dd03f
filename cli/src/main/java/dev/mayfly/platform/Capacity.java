package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import java.util.Optional;

/** What all previews together may request, as Kubernetes quantities. */
public record Capacity(Optional<String> memory, Optional<String> cpu) {
  static Capacity read(Fields capacity) {
    return new Capacity(
        capacity.optionalText("memory", Syntaxes.QUANTITY),
        capacity.optionalText("cpu", Syntaxes.QUANTITY));
  }

  /** The capacity of {@code memory} or {@code cpu}. */
  public Optional<String> of(String resource) {
    return resource.equals("memory") ? memory : cpu;
  }
}
