package dev.mayfly.lint.view;

import dev.mayfly.platform.Quantity;
import dev.mayfly.yaml.Node;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads amounts of files that nobody has checked before. */
public final class Quantities {
  private Quantities() {}

  /**
   * The amount a scalar means; empty for what is no quantity in one of the forms that Kubernetes
   * reads.
   */
  public static Optional<Quantity> read(@Nullable Node node) {
    return Quantity.read(Fields.text(node));
  }
}
