package dev.mayfly.argocd;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an AppProject lets its Applications do, a line each, for people to compare (Argo CD docs,
 * "Projects").
 */
public final class ProjectGrants {
  /** The lists of a project, and what an entry of each is to a reader. */
  private static final Map<String, String> LISTS =
      Map.of(
          "sourceRepos", "source",
          "sourceNamespaces", "Applications in namespace",
          "destinations", "destination",
          "destinationServiceAccounts", "service account",
          "clusterResourceWhitelist", "cluster-scoped kind",
          "namespaceResourceWhitelist", "namespaced kind",
          "clusterResourceBlacklist", "no cluster-scoped kind",
          "namespaceResourceBlacklist", "no namespaced kind");

  private ProjectGrants() {}

  /** The lines of a project; none of any other object. */
  public static SortedSet<String> of(Node object) {
    SortedSet<String> grants = new TreeSet<>();
    if (!"AppProject".equals(object.textAt("kind"))) {
      return grants;
    }
    LISTS.forEach((field, what) -> {
      for (Node entry : object.itemsAt("spec", field)) {
        grants.add(what + " `" + shown(entry) + "`");
      }
    });
    return grants;
  }

  private static String shown(Node entry) {
    return switch (entry) {
      case ScalarNode scalar -> scalar.text();
      case MapNode map when map.get("kind") != null ->
          group(map) + map.textAt("kind") + suffix(map, "name", " named ");
      case MapNode map ->
          String.valueOf(map.textAt("namespace"))
              + suffix(map, "defaultServiceAccount", " as ")
              + suffix(map, "server", " on ")
              + suffix(map, "name", " on ");
      case ListNode list -> list.items().toString();
    };
  }

  private static String group(MapNode map) {
    String group = map.textOrEmpty("group");
    return group.isEmpty() ? "" : group + "/";
  }

  private static String suffix(MapNode map, String field, String word) {
    String value = map.textOrEmpty(field);
    return value.isEmpty() ? "" : word + value;
  }
}
