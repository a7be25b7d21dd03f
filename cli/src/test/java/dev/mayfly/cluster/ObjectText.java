package dev.mayfly.cluster;

import dev.mayfly.yaml.Tree;
import dev.mayfly.yaml.YamlWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object of maps and lists as text that an API server reads. */
final class ObjectText {
  private ObjectText() {}

  static String of(Object object) {
    return YamlWriter.write(tree(object));
  }

  private static Tree tree(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Tree> entries = new LinkedHashMap<>();
        map.forEach((key, item) -> entries.put(String.valueOf(key), tree(item)));
        yield new Tree.Mapping(entries);
      }
      case List<?> list -> new Tree.Sequence(list.stream().map(ObjectText::tree).toList());
      case Long number -> new Tree.Number(number);
      case Double number -> new Tree.Decimal(BigDecimal.valueOf(number));
      case Boolean truth -> new Tree.Bool(truth);
      default -> new Tree.Text(value.toString());
    };
  }
}
