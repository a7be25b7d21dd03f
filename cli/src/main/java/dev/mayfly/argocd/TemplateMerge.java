package dev.mayfly.argocd;

import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A generator's own template over that of the set (Argo CD, {@code mergeGeneratorTemplate}): what
 * the generator sets wins, the set fills what is empty there. Lists are taken whole.
 */
public final class TemplateMerge {
  private TemplateMerge() {}

  /** The template that a generator's Applications are made from. */
  public static Node merged(@Nullable Node own, Node base) {
    if (own == null || isEmpty(own)) {
      return base;
    }
    if (!(own instanceof MapNode ownMap) || !(base instanceof MapNode baseMap)) {
      return own;
    }
    List<MapNode.Entry> entries = new ArrayList<>();
    for (MapNode.Entry entry : ownMap.entries()) {
      Node under = baseMap.get(entry.key().text());
      // Kept as raw JSON by Argo CD's types, so that it is one value.
      boolean raw = entry.key().text().equals("valuesObject");
      Node value =
          under == null || (raw && !isEmpty(entry.value()))
              ? entry.value()
              : merged(entry.value(), under);
      entries.add(new MapNode.Entry(entry.key(), value));
    }
    for (MapNode.Entry entry : baseMap.entries()) {
      if (!ownMap.has(entry.key().text())) {
        entries.add(entry);
      }
    }
    return new MapNode(entries, ownMap.location());
  }

  private static boolean isEmpty(Node node) {
    return !NodeValues.isSet(node)
        || (node instanceof ScalarNode scalar
            && scalar.plain()
            && List.of("false", "0").contains(scalar.text()));
  }
}
