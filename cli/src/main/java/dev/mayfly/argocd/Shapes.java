package dev.mayfly.argocd;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape that Argo CD's types demand: with another the API server refuses the whole set. */
final class Shapes {
  private Shapes() {}

  /** The items of an optional list. */
  static List<Node> list(String field, @Nullable Node node) throws GeneratorStop {
    if (node == null || (node instanceof ScalarNode scalar && scalar.isNull())) {
      return List.of();
    }
    if (node instanceof ListNode list) {
      return list.items();
    }
    throw GeneratorStop.stall(
        node.location(),
        "`"
            + field
            + "` is "
            + node.describe()
            + ", not a list, so the API server refuses the set");
  }
}
