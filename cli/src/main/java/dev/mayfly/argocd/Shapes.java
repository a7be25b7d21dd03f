package dev.mayfly.argocd;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape that Argo CD's types demand: with another the API server refuses the whole set. */
final class Shapes {
  private Shapes() {}

  /** The items of an optional list. */
  static List<Node> list(String field, @Nullable Node node) throws GeneratorStop {
    if (node == null || node.isNull()) {
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

  /** The provider of a generator: the first of these that stands there, with what it is told. */
  static MapNode.Entry provider(String name, Node generator, List<String> providers)
      throws GeneratorStop {
    for (String provider : providers) {
      if (generator.at(provider) instanceof MapNode block) {
        return MapNode.Entry.of(provider, block);
      }
    }
    throw GeneratorStop.stall(generator.location(), "the `" + name + "` generator has no provider");
  }
}
