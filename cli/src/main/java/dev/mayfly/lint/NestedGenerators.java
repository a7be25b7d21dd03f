package dev.mayfly.lint;

import dev.mayfly.argocd.GeneratorKind;
import dev.mayfly.kubernetes.FieldCheck;
import dev.mayfly.kubernetes.FieldFault;
import dev.mayfly.kubernetes.FieldType;
import dev.mayfly.kubernetes.FieldType.Field;
import dev.mayfly.kubernetes.FieldType.ListOf;
import dev.mayfly.kubernetes.FieldType.Struct;
import dev.mayfly.yaml.GoScalar;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A matrix or merge inside another: to the API server it may hold anything, and Argo CD decodes it
 * into the type that it has at the top (Argo CD, {@code applicationset_types.go}, {@code
 * NestedMatrixGenerator}).
 */
final class NestedGenerators {
  private NestedGenerators() {}

  static List<FieldFault> faults(Resource set, Struct kind, Function<ScalarNode, GoScalar> reader) {
    List<FieldFault> faults = new ArrayList<>();
    List<Node> generators = set.itemsAt("spec", "generators");
    for (int i = 0; i < generators.size(); i++) {
      for (String outer : GeneratorKind.NESTING) {
        List<Node> children = NodeValues.items(generators.get(i).at(outer, "generators"));
        for (int j = 0; j < children.size(); j++) {
          for (String inner : GeneratorKind.NESTING) {
            if (children.get(j) instanceof MapNode child
                && child.entry(inner) instanceof MapNode.Entry(ScalarNode key, Node body)
                && type(kind, inner) instanceof Struct type) {
              String path =
                  "spec.generators[" + i + "]." + outer + ".generators[" + j + "]." + inner;
              faults.addAll(FieldCheck.check(body, type, path, key, reader));
            }
          }
        }
      }
    }
    return faults;
  }

  private static @Nullable FieldType type(Struct kind, String generator) {
    FieldType type = kind;
    for (String step : List.of("spec", "generators", generator)) {
      Map<String, Field> fields = type instanceof Struct struct ? struct.fields() : Map.of();
      Field field = fields.get(step);
      FieldType next = field == null ? FieldType.Plain.ANYTHING : field.type();
      type = next instanceof ListOf(FieldType item) ? item : next;
    }
    return type;
  }
}
