package dev.mayfly.manifest;

import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The objects of a preview's database as expressions that nothing else meets. A name in {@code
 * metadata} says little: the operator acts on the database, role and cluster that {@code spec}
 * names, and takes over what is there (CloudNativePG docs, "Database Management").
 */
final class DatabaseObjects {
  static final String OPERATOR = "postgresql.cnpg.io";

  /** What in a {@code spec} says whose the thing is that the object stands for. */
  private static final Map<String, List<String>> SUBJECT =
      Map.of(
          "Backup", List.of("cluster.name"),
          "Database", List.of("cluster.name", "name", "owner"),
          "DatabaseRole", List.of("cluster.name", "name"),
          "ExternalSecret", List.of("target.name"));

  private DatabaseObjects() {}

  /** True of one of these objects only; a field that is missing is an error, and that denies. */
  static String anyOf(Overlay overlay, Predicate<Manifest> which) {
    TreeSet<String> expressions = new TreeSet<>();
    overlay.objects().stream().filter(which).forEach(o -> expressions.add(exactly(o)));
    return expressions.isEmpty() ? "false" : "(" + String.join(" || ", expressions) + ")";
  }

  static boolean isIn(Manifest object, Text namespace) {
    return Value.of(namespace).equals(at(object, "metadata.namespace"));
  }

  private static String exactly(Manifest object) {
    StringBuilder expression = new StringBuilder("(");
    expression
        .append(
            object.group().isEmpty()
                ? "object.apiVersion == 'v1'"
                : "object.apiVersion.startsWith('" + object.group() + "/')")
        .append(" && object.kind == ")
        .append(Cel.string(object.kind()))
        .append(equal(object, "metadata.name"));
    SUBJECT
        .getOrDefault(object.kind(), List.of())
        .forEach(field -> expression.append(equal(object, "spec." + field)));
    return expression.append(')').toString();
  }

  private static String equal(Manifest object, String path) {
    if (at(object, path) instanceof Value.Str(Text text)) {
      return " && object." + path + " == " + Cel.name(text);
    }
    throw new IllegalStateException(object.path() + " has no " + path);
  }

  private static Value at(Manifest object, String path) {
    Value value = object.document();
    for (String key : path.split("\\.")) {
      value =
          value instanceof Value.Fields fields
              ? fields.entries().getOrDefault(key, Value.ABSENT)
              : Value.ABSENT;
    }
    return value;
  }
}
