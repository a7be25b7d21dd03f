package dev.mayfly.argocd;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.GoDocument;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.ReadingFault;
import dev.mayfly.yaml.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    ReadResult read = GoDocument.read(new Source("templatePatch", patch));
    requireJson(patch, location);
    if (!read.problems().isEmpty()) {
      throw GeneratorStop.unread(
          location, "the rendered `templatePatch`", read.problems().getFirst());
    }
    if (read.documents().isEmpty() || read.documents().getFirst().isNull()) {
      return application;
    }
    Node document = GoDocument.asJson(read.documents().getFirst());
    SetTypes.patch(document, location);
    if (!(document instanceof MapNode changes) || !(application instanceof MapNode map)) {
      throw GeneratorStop.stall(
          location, "the rendered `templatePatch` is " + document.describe() + ", not a map");
    }
    Node project = application.at("spec", "project");
    Node merged = new TemplatePatch(location).merged(map, changes, 0);
    Node patched = SetTypes.pruned(SetTypes.decoded(merged), "Application");
    if (project == null) {
      return patched;
    }
    return ((MapNode) patched).with(List.of("spec", "project"), project);
  }

  /** What begins with a brace is not YAML to Argo CD ({@code ConvertYAMLToJSON} in utils.go). */
  private static void requireJson(String patch, Location location) throws GeneratorStop {
    if (!patch.strip().startsWith("{")) {
      return;
    }
    byte[] bytes = patch.getBytes(StandardCharsets.UTF_8);
    for (Problem problem : new JsonReader(Budget.GO).read("templatePatch", bytes).problems()) {
      // A key that is there twice is not wrong in Go.
      if (ReadingFault.JSON_SYNTAX.isIn(problem)) {
        throw GeneratorStop.stall(
            location, "the rendered `templatePatch` begins with `{`, and is not valid JSON");
      }
    }
  }

  private Node merged(MapNode base, MapNode patch, int depth) throws GeneratorStop {
    MapNode result = PatchDirectives.followed(base, patch, depth, location);
    for (MapNode.Entry entry : patch.entries()) {
      String key = entry.key().text();
      Node value = entry.value();
      Node old = base.get(key);
      if (key.startsWith("$")) {
        continue;
      }
      if (value.isNull()) {
        result = result.without(key);
      } else if (value instanceof MapNode map && old instanceof MapNode oldMap) {
        if (key.equals("valuesObject")) {
          requireFlat(oldMap, map);
        }
        result = result.with(key, whole(oldMap, map, depth + 1));
      } else if (value instanceof ListNode list
          && old instanceof ListNode oldList
          && key.equals("finalizers")
          && depth == 1) {
        result = result.with(key, union(oldList, list));
      } else {
        PatchDirectives.requireNone(value, location);
        Node clean = withoutNulls(value);
        result = clean == null ? result : result.with(key, clean);
      }
    }
    return result;
  }

  private Node whole(MapNode base, MapNode patch, int depth) throws GeneratorStop {
    Optional<MapNode> directed = PatchDirectives.whole(patch, location);
    return directed.isPresent() ? directed.get() : merged(base, patch, depth);
  }

  /** Below {@code valuesObject} the merge finds no Go type to look fields up in. */
  private void requireFlat(MapNode base, MapNode patch) throws GeneratorStop {
    for (MapNode.Entry entry : patch.entries()) {
      Node old = base.get(entry.key().text());
      if ((old instanceof MapNode && entry.value() instanceof MapNode)
          || (old instanceof ListNode && entry.value() instanceof ListNode)) {
        throw GeneratorStop.stall(
            location,
            "`templatePatch` cannot merge "
                + MessageText.quoted(entry.key().text())
                + " into a `valuesObject` that has it");
      }
    }
  }

  /** What is new comes without its nulls and directives; null for what only says what to delete. */
  private static @Nullable Node withoutNulls(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar;
      case ListNode list ->
          new ListNode(
              list.items().stream().filter(item -> item.at("$patch") == null).toList(),
              list.location());
      case MapNode map when "delete".equals(map.textAt("$patch")) -> null;
      case MapNode map -> {
        List<MapNode.Entry> entries = new ArrayList<>();
        for (MapNode.Entry entry : map.entries()) {
          Node value = entry.value().isNull() ? null : withoutNulls(entry.value());
          if (value != null && !entry.key().text().startsWith("$")) {
            entries.add(new MapNode.Entry(entry.key(), value));
          }
        }
        yield new MapNode(entries, map.location());
      }
    };
  }

  /** The patch's come first, as the list of a strategic merge is ordered by the patch. */
  private static ListNode union(ListNode base, ListNode patch) {
    Set<String> known = new HashSet<>();
    return new ListNode(
        Stream.concat(patch.items().stream(), base.items().stream())
            .filter(item -> !(item instanceof ScalarNode scalar) || known.add(scalar.text()))
            .toList(),
        base.location());
  }
}
