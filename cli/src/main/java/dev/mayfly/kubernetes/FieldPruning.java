package dev.mayfly.kubernetes;

import dev.mayfly.kubernetes.FieldType.Field;
import dev.mayfly.kubernetes.FieldType.ListOf;
import dev.mayfly.kubernetes.FieldType.MapOf;
import dev.mayfly.kubernetes.FieldType.Plain;
import dev.mayfly.kubernetes.FieldType.Struct;
import dev.mayfly.yaml.GoScalar;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the API server keeps of an object: fields that its kind has, without nulls (Kubernetes,
 * {@code apiextensions-apiserver/pkg/apiserver/schema/pruning}).
 */
public final class FieldPruning {
  private FieldPruning() {}

  /** The object without what is dropped; where nothing is, equal to what was given. */
  public static Node prune(Node node, FieldType type) {
    return switch (type) {
      case Plain.ANYTHING -> node;
      case Struct struct when node instanceof MapNode map -> {
        List<MapNode.Entry> kept = new ArrayList<>();
        for (MapNode.Entry entry : map.entries()) {
          Field field = struct.fields().get(entry.key().text());
          if (field != null && (field.type() == Plain.ANYTHING || !isNull(entry.value()))) {
            kept.add(new MapNode.Entry(entry.key(), prune(entry.value(), field.type())));
          } else if (field == null && struct.open()) {
            kept.add(entry);
          }
        }
        yield new MapNode(kept, map.location());
      }
      case MapOf(ResourceNames keys, FieldType value) when node instanceof MapNode map ->
          map.changed(it -> prune(it, value));
      case ListOf(FieldType item) when node instanceof ListNode list ->
          list.changed(it -> prune(it, item));
      default -> node;
    };
  }

  static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar && GoScalar.of(scalar) instanceof GoScalar.Nothing;
  }
}
