package dev.mayfly.lint;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Set;

/**
 * Leaves out of a CustomResourceDefinition the schemas that it defines. They are most of the text
 * of many repositories, and no rule asks more of them than whether a value is missing in them.
 */
final class BulkySchema {
  private static final Set<String> SCHEMAS = Set.of("openAPIV3Schema", "validation");

  /** What a template leaves where a value was missing: such a schema is kept. */
  private static final String MISSING = "<no value>";

  private BulkySchema() {}

  static Resource without(Resource resource) {
    return resource.type().group().equals("apiextensions.k8s.io")
            && resource.at("spec") instanceof MapNode spec
        ? resource.with(MapNode.Entry.of("spec", map(spec)))
        : resource;
  }

  private static Node without(Node node) {
    return switch (node) {
      case MapNode map -> map(map);
      case ListNode list -> list.changed(BulkySchema::without);
      case ScalarNode scalar -> scalar;
    };
  }

  private static MapNode map(MapNode map) {
    return new MapNode(
        map.entries().stream()
            .map(it ->
                SCHEMAS.contains(it.key().text()) && !isMissing(it.value())
                    ? new MapNode.Entry(it.key(), new MapNode(List.of(), it.value().location()))
                    : new MapNode.Entry(it.key(), without(it.value())))
            .toList(),
        map.location());
  }

  private static boolean isMissing(Node node) {
    return switch (node) {
      case MapNode map ->
          map.entries().stream().anyMatch(it -> isMissing(it.key()) || isMissing(it.value()));
      case ListNode list -> list.items().stream().anyMatch(BulkySchema::isMissing);
      case ScalarNode scalar -> scalar.text().contains(MISSING);
    };
  }
}
