package dev.mayfly.argocd;

import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fields that 3.5 brought, and older releases drop (Argo CD, {@code manifests/crds}). */
final class NewFields {
  /** By the blocks that have them. */
  private static final Map<String, Set<String>> BLOCKS =
      Map.of(
          "tagPrefix", Set.of("source", "sources"),
          "repoURL", Set.of("syncSource"),
          "excludeArchivedRepos", Set.of("github", "gitea"),
          "includeArchivedRepos", Set.of("gitlab"));

  /** Below these the keys are anybody's. */
  private static final Set<String> FREE =
      Set.of("valuesObject", "elements", "values", "labels", "annotations", "matchLabels");

  private NewFields() {}

  /** A set or an Application as a release keeps it. */
  static Node without(Node node, ReleaseLine argoCd) {
    return argoCd.isAtLeast(3, 5) ? node : without("", node);
  }

  private static Node without(String block, Node node) {
    return switch (node) {
      case MapNode map when !FREE.contains(block) -> {
        List<MapNode.Entry> kept = new ArrayList<>();
        for (MapNode.Entry entry : map.entries()) {
          String key = entry.key().text();
          if (!BLOCKS.getOrDefault(key, Set.of()).contains(block)) {
            kept.add(new MapNode.Entry(entry.key(), without(key, entry.value())));
          }
        }
        yield new MapNode(kept, map.location());
      }
      case ListNode list -> list.changed(it -> without(block, it));
      default -> node;
    };
  }
}
