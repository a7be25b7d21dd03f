package dev.mayfly.lint.view;

import dev.mayfly.lint.Findings;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads whole numbers of files that nobody has checked before. */
public final class Numbers {
  private Numbers() {}

  /**
   * The number that a scalar is for every reader. Empty where nothing stands there; and where a
   * number stands there that is not understood, which is then said. A text is no number but of a
   * wrong type.
   */
  public static OptionalLong read(@Nullable Node node, Findings out) {
    if (!(node instanceof ScalarNode scalar)) {
      return OptionalLong.empty();
    }
    if (scalar.text().matches("-?[0-9]{1,18}") && !scalar.isAmbiguous()) {
      return OptionalLong.of(Long.parseLong(scalar.text()));
    }
    if (scalar.plain() && scalar.text().matches("[-+.]?[0-9][0-9A-Za-z_.+-]*")) {
      out.unverifiable(
          scalar,
          "`" + scalar.text() + "` is not a whole number that every reader takes alike",
          "write it with decimal digits");
    }
    return OptionalLong.empty();
  }
}
