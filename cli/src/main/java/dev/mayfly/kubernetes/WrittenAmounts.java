package dev.mayfly.kubernetes;

import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers as the API server does. Go takes {@code 0x28}, {@code 4e1} and {@code 4_0} for
 * forty; what is not written as every reader reads it is a doubt, and never stands for one.
 */
public record WrittenAmounts(Consumer<Doubt> doubts) {
  private static final int MOST = 10_000;
  private static final Pattern POWER =
      Pattern.compile("(0|[1-9][0-9]*)(\\.[0-9]+)?[eE][-+]?[0-9]+");

  /** A number of pods; {@code otherwise} where none is written. */
  public long count(Node object, long otherwise, String... path) {
    @Nullable Node node = object.at(path);
    if (node == null || node.isNull()) {
      return otherwise;
    }
    if (node instanceof ScalarNode scalar
        && scalar.plain()
        && scalar.text().matches("0|[1-9][0-9]{0,8}")) {
      return Math.min(MOST, Long.parseLong(scalar.text()));
    }
    doubts.accept(
        Doubt.unreadable(
            node.location(),
            "`" + path[path.length - 1] + "` is not written as a plain whole number",
            "write it with decimal digits and without quotes"));
    return otherwise;
  }

  /**
   * An amount of memory or CPU; empty where none is written. One that is not understood is nothing
   * and a doubt, but it is there: no default takes its place.
   */
  public Optional<Quantity> quantity(Node object, String... path) {
    @Nullable Node node = object.at(path);
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    Optional<Quantity> read = read(node);
    if (read.isEmpty()) {
      doubts.accept(
          Doubt.unreadable(
              node.location(),
              "`" + path[path.length - 1] + "` is not an amount that every reader reads alike",
              "write it as `512Mi`, `500m` or a plain number"));
    }
    return Optional.of(read.orElse(Quantity.ZERO));
  }

  /**
   * The amount a node is; empty for what readers take differently, or not at all. A power of ten is
   * a number to some and a text to others, and the same amount to all.
   */
  public static Optional<Quantity> read(@Nullable Node node) {
    return node instanceof ScalarNode scalar
            && (!scalar.isAmbiguous() || POWER.matcher(scalar.text()).matches())
        ? Quantity.read(scalar.text())
        : Optional.empty();
  }
}
