package dev.mayfly.lint.view;

import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.kubernetes.WrittenAmounts;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.ForeignTemplates;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
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

  private static boolean mayBeAmount(String text) {
    return Quantity.isOne(text) || ForeignTemplates.isHole(text);
  }
}
