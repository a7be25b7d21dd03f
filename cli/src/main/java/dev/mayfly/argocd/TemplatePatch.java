package dev.mayfly.argocd;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;

/**
 * A rendered {@code templatePatch} over an Application (Argo CD, {@code
 * controllers/template/patch.go}): a strategic merge in which null takes a field away, and lists
 * are replaced, but for the finalizers. The project cannot be changed.
 */
final class TemplatePatch {
  private final Location location;

  private TemplatePatch(Location location) {
    this.location = location;
  }

  static Node apply(Node application, String patch, Location location) throws GeneratorStop {
    ReadResult read = new YamlReader(Budget.LINT).read(new Source("templatePatch", patch));
    if (!read.problems().isEmpty()) {
      throw GeneratorStop.stall(
          location,
          "the rendered `templatePatch` is not read: "
              + Shown.value(read.problems().getFirst().message()));
    }
    if (read.documents().isEmpty()) {
      return application;
    }
    Node document = read.documents().getFirst();
    if (!(document instanceof MapNode changes) || !(application instanceof MapNode map)) {
      throw GeneratorStop.stall(
          location, "the rendered `templatePatch` is " + document.describe() + ", not a map");
    }
    Node project = application.at("spec", "project");
    Node patched = new TemplatePatch(location).merged(map, changes, 0);
    if (project == null) {
      return patched;
    }
    Node spec = patched.at("spec");
    Node restored = with(spec instanceof MapNode s ? s : empty(spec, location), "project", project);
    return with((MapNode) patched, "spec", restored);
  }

  private static MapNode empty(@org.jspecify.annotations.Nullable Node node, Location location) {
    return new MapNode(List.of(), node == null ? location : node.location());
  }

  /** The map with one entry set. */
  static MapNode with(MapNode map, String key, Node value) {
    List<MapNode.Entry> entries = new ArrayList<>();
    boolean found = false;
    for (MapNode.Entry entry : map.entries()) {
      boolean same = entry.key().text().equals(key);
      entries.add(same ? new MapNode.Entry(entry.key(), value) : entry);
      found |= same;
    }
    if (!found) {
      entries.add(new MapNode.Entry(new ScalarNode(key, true, value.location()), value));
    }
    return new MapNode(entries, map.location());
  }

  private Node merged(MapNode base, MapNode patch, int depth) throws GeneratorStop {
    MapNode result = base;
    for (MapNode.Entry entry : patch.entries()) {
      String key = entry.key().text();
      Node value = entry.value();
      Node old = base.get(key);
      if (key.startsWith("$")) {
        throw undecided("the directive `" + Shown.value(key) + "`");
      }
      if (value instanceof ScalarNode scalar && scalar.isNull()) {
        result = without(result, key);
      } else if (value instanceof MapNode map && old instanceof MapNode oldMap) {
        if (key.equals("valuesObject")) {
          throw undecided("a `valuesObject` over another");
        }
        result = with(result, key, merged(oldMap, map, depth + 1));
      } else if (value instanceof ListNode list
          && old instanceof ListNode oldList
          && key.equals("finalizers")
          && depth == 1) {
        result = with(result, key, union(oldList, list));
      } else {
        result = with(result, key, withoutNulls(value));
      }
    }
    return result;
  }

  private GeneratorStop undecided(String what) {
    return GeneratorStop.unverifiable(
        location, what + " in `templatePatch` is not followed", "only a controller can tell");
  }

  private static MapNode without(MapNode map, String key) {
    return new MapNode(
        map.entries().stream().filter(entry -> !entry.key().text().equals(key)).toList(),
        map.location());
  }

  private static Node withoutNulls(Node node) {
    if (!(node instanceof MapNode map)) {
      return node;
    }
    List<MapNode.Entry> entries = new ArrayList<>();
    for (MapNode.Entry entry : map.entries()) {
      if (!(entry.value() instanceof ScalarNode scalar && scalar.isNull())) {
        entries.add(new MapNode.Entry(entry.key(), withoutNulls(entry.value())));
      }
    }
    return new MapNode(entries, map.location());
  }

  private static ListNode union(ListNode base, ListNode patch) {
    List<Node> items = new ArrayList<>(base.items());
    for (Node item : patch.items()) {
      boolean known =
          item instanceof ScalarNode scalar
              && base.items().stream()
                  .anyMatch(old -> old instanceof ScalarNode o && o.text().equals(scalar.text()));
      if (!known) {
        items.add(item);
      }
    }
    return new ListNode(items, base.location());
  }
}
