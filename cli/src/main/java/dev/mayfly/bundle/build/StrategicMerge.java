package dev.mayfly.bundle.build;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Kubernetes' strategic merge: maps merge, null removes, and lists of the built-in kinds merge by
 * the key that names an item (Kubernetes API reference, "patch strategy"). Lists of other kinds are
 * replaced, as in a JSON merge patch.
 */
final class StrategicMerge {
  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("containers", "name"),
          Map.entry("initContainers", "name"),
          Map.entry("ephemeralContainers", "name"),
          Map.entry("volumes", "name"),
          Map.entry("env", "name"),
          Map.entry("imagePullSecrets", "name"),
          Map.entry("secrets", "name"),
          Map.entry("volumeMounts", "mountPath"),
          Map.entry("volumeDevices", "devicePath"),
          Map.entry("hostAliases", "ip"),
          Map.entry("topologySpreadConstraints", "topologyKey"));

  private final boolean builtIn;
  private boolean understood = true;

  private StrategicMerge(boolean builtIn) {
    this.builtIn = builtIn;
  }

  /** The merged tree; null when the patch deletes it, or has words this class does not know. */
  record Merged(@Nullable Node node, boolean understood) {}

  static Merged merge(Node base, Node patch, boolean builtIn) {
    StrategicMerge merge = new StrategicMerge(builtIn);
    Node node = merge.merge("", base, patch);
    return new Merged(node, merge.understood);
  }

  private @Nullable Node merge(String key, Node base, Node patch) {
    if (patch instanceof MapNode changes && base instanceof MapNode map) {
      return maps(map, changes);
    }
    if (patch instanceof ListNode changes && base instanceof ListNode list && builtIn) {
      return key.equals("ports") ? ports(list, changes) : lists(KEYS.get(key), list, changes);
    }
    return patch;
  }

  private @Nullable Node maps(MapNode base, MapNode changes) {
    String directive = changes.textAt("$patch");
    if (directive != null && directive.equals("delete")) {
      return null;
    }
    MapNode merged = base;
    if (directive != null && directive.equals("replace")) {
      return Nodes.with(changes, "$patch", null);
    }
    for (MapNode.Entry change : changes.entries()) {
      String key = change.key().text();
      if (key.startsWith("$")) {
        understood &= key.equals("$patch");
        continue;
      }
      Node old = base.get(key);
      boolean removed = change.value() instanceof ScalarNode scalar && scalar.isNull();
      Node value = removed ? null : old == null ? change.value() : merge(key, old, change.value());
      merged = Nodes.with(merged, key, value);
    }
    return merged;
  }

  /** A container names its ports by containerPort, a Service by port. */
  private Node ports(ListNode base, ListNode changes) {
    boolean container = base.items().stream().anyMatch(item -> item.at("containerPort") != null);
    return lists(container ? "containerPort" : "port", base, changes);
  }

  private Node lists(@Nullable String key, ListNode base, ListNode changes) {
    if (key == null) {
      return changes;
    }
    List<Node> items = new ArrayList<>(base.items());
    for (Node change : changes.items()) {
      String name = change.textAt(key);
      if (name == null) {
        understood = false;
        continue;
      }
      int at = 0;
      while (at < items.size() && !name.equals(items.get(at).textAt(key))) {
        at++;
      }
      if (at == items.size()) {
        items.add(change);
        continue;
      }
      Node merged = merge("", items.get(at), change);
      if (merged == null) {
        items.remove(at);
      } else {
        items.set(at, merged);
      }
    }
    return new ListNode(items, base.location());
  }
}
