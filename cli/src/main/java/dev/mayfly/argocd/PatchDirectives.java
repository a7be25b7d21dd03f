package dev.mayfly.argocd;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Optional;

/**
 * Keys of a strategic merge that are no fields (Kubernetes, {@code
 * apimachinery/pkg/util/strategicpatch}); of an Application only the finalizers are a list that is
 * merged.
 */
final class PatchDirectives {
  private PatchDirectives() {}

  /** What takes the place of a map that is there; empty where the two are merged. */
  static Optional<MapNode> whole(MapNode patch, Location location) throws GeneratorStop {
    return switch (patch.textOrEmpty("$patch")) {
      case "delete" -> Optional.of(new MapNode(List.of(), location));
      case "replace" -> {
        MapNode fresh = patch.without("$patch");
        requirePlain(fresh, location);
        yield Optional.of(fresh);
      }
      default -> Optional.empty();
    };
  }

  /** What is new may say that it is deleted, and nothing else. */
  static void requireNone(Node fresh, Location location) throws GeneratorStop {
    if (fresh instanceof MapNode map && !map.textOrEmpty("$patch").equals("delete")) {
      for (MapNode.Entry entry : map.entries()) {
        if (entry.key().text().startsWith("$")) {
          throw undecided("a directive in what is new", location);
        }
        requireNone(entry.value(), location);
      }
    }
  }

  private static void requirePlain(Node node, Location location) throws GeneratorStop {
    if (node instanceof MapNode map) {
      for (MapNode.Entry entry : map.entries()) {
        if (entry.key().text().startsWith("$") || entry.value().isNull()) {
          throw undecided("what `$patch: replace` holds", location);
        }
        requirePlain(entry.value(), location);
      }
    }
  }

  /** The map as it is before the fields of the patch are merged into it. */
  static MapNode followed(MapNode base, MapNode patch, int depth, Location location)
      throws GeneratorStop {
    MapNode result = base;
    for (MapNode.Entry entry : patch.entries()) {
      String name = entry.key().text();
      if (name.equals("$retainKeys") && coversAll(patch, NodeValues.strings(entry.value()))) {
        List<String> kept = NodeValues.strings(entry.value());
        result =
            new MapNode(
                result.entries().stream().filter(it -> kept.contains(it.key().text())).toList(),
                result.location());
      } else if (name.equals("$deleteFromPrimitiveList/finalizers")
          && depth == 1
          && result.get("finalizers") instanceof ListNode old
          && !patch.has("finalizers")) {
        List<String> gone = NodeValues.strings(entry.value());
        result = result.with("finalizers", without(old, gone));
      } else if (name.startsWith("$")) {
        throw undecided("the directive " + MessageText.quoted(name), location);
      }
    }
    return result;
  }

  private static boolean coversAll(MapNode patch, List<String> named) {
    return patch.entries().stream()
        .map(it -> it.key().text())
        .allMatch(it -> it.equals("$retainKeys") || named.contains(it));
  }

  private static ListNode without(ListNode list, List<String> gone) {
    return new ListNode(
        list.items().stream()
            .filter(it -> !(it instanceof ScalarNode one && gone.contains(one.text())))
            .toList(),
        list.location());
  }

  private static GeneratorStop undecided(String what, Location location) {
    return GeneratorStop.unverifiable(
        location, what + " in `templatePatch` is not followed", "only a controller can tell");
  }
}
