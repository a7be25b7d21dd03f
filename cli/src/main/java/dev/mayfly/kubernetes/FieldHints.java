package dev.mayfly.kubernetes;

import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.kubernetes.FieldType.OneOf;
import dev.mayfly.kubernetes.FieldType.Plain;
import dev.mayfly.kubernetes.FieldType.Struct;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.regex.Pattern;

/** What to write in place of what does not fit. */
final class FieldHints {
  private static final Pattern BYTES = Pattern.compile("([0-9.]+)([KMGTPE]i?)[Bb]");

  private FieldHints() {}

  /** A name that is nearly the same, or the place where the field belongs. */
  static String unknown(FieldType kind, Struct struct, String name, String path, MapNode map) {
    List<String> here = List.copyOf(struct.fields().keySet());
    if (NearMiss.of(name, here).isEmpty()) {
      return FieldPlaces.of(kind, name, path, map.keys())
          .map(place -> "`" + name + "` is a field of `" + place + "`")
          .orElseGet(() -> NearMiss.hint(name, here));
    }
    return NearMiss.hint(name, here);
  }

  static String word(String text, List<String> words) {
    return NearMiss.hint(text, words, "");
  }

  static String quantity(String text) {
    var bytes = BYTES.matcher(text);
    return bytes.matches()
        ? "did you mean `" + bytes.group(1) + bytes.group(2) + "`?"
        : "write a number with a unit of Kubernetes, such as `500m`, `2Gi` or `1e3`";
  }

  static String type(FieldType type, Node node) {
    boolean plain = node instanceof ScalarNode scalar && scalar.plain();
    return switch (type) {
      case OneOf one
          when !(node instanceof ScalarNode scalar && one.words().contains(scalar.text())) ->
          "write " + one.title();
      case OneOf ignored -> "quote it";
      case Plain.TEXT, Plain.INT_OR_QUANTITY, Plain.TEXT_QUANTITY -> plain ? "quote it" : "";
      case Plain.INTEGER, Plain.BOOLEAN, Plain.NUMBER ->
          !(node instanceof ScalarNode scalar) || plain
              ? ""
              : scalar.text().contains("{{")
                  ? "what is filled in stays a string; only `templatePatch` can make another type"
                  : "write it without quotes";
      default -> "";
    };
  }
}
