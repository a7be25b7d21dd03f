package dev.mayfly.lint.view;

import dev.mayfly.platform.Quantity;
import dev.mayfly.yaml.Node;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads amounts of files that nobody has checked before. */
public final class Quantities {
  private static final Pattern FORM =
      Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|M|G|T|Ki|Mi|Gi|Ti)?");

  private Quantities() {}

  /** The amount a scalar means; empty for what is no quantity in one of the usual forms. */
  public static Optional<Quantity> read(@Nullable Node node) {
    return read(Fields.text(node));
  }

  public static Optional<Quantity> read(String text) {
    return FORM.matcher(text).matches() ? Optional.of(Quantity.parse(text)) : Optional.empty();
  }
}
