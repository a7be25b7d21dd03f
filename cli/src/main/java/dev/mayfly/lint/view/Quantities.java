package dev.mayfly.lint.view;

import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.kubernetes.WrittenAmounts;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.ForeignTemplates;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads amounts of files that nobody has checked before. */
public final class Quantities {
  private Quantities() {}

  /**
   * Whether all of these that are there can be read. What cannot is named, since an amount that is
   * not understood is not an amount that is absent; what is no amount at all is a fault of its
   * field.
   */
  public static boolean areRead(Findings out, @Nullable Node... amounts) {
    List<Node> unknown =
        Stream.of(amounts)
            .flatMap(Stream::ofNullable)
            .filter(it -> NodeValues.isSet(it) && WrittenAmounts.read(it).isEmpty())
            .toList();
    unknown.stream()
        .filter(it -> mayBeAmount(NodeValues.text(it)))
        .forEach(it ->
            out.unverifiable(
                it,
                "`" + NodeValues.text(it) + "` is not an amount that can be compared",
                "write it as Kubernetes does, such as `500m`, `2Gi` or `1e3`"));
    return unknown.isEmpty();
  }

  /** How two amounts compare; as equal where one is missing or cannot be read, which is said. */
  public static int compare(Findings out, @Nullable Node one, @Nullable Node other) {
    Optional<Quantity> first = WrittenAmounts.read(one);
    Optional<Quantity> second = WrittenAmounts.read(other);
    return areRead(out, one, other) && first.isPresent() && second.isPresent()
        ? first.get().compareTo(second.get())
        : 0;
  }

  private static boolean mayBeAmount(String text) {
    return Quantity.isOne(text) || ForeignTemplates.isHole(text);
  }
}
