package dev.mayfly.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.platform.BundleSyntaxes;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.Syntax;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema and the binder hold the same regular expressions, in the same words. */
class SyntaxesTest {
  @Test
  void everySyntaxStandsInTheSchema() {
    Map<String, String> binder =
        Stream.of(Syntaxes.class, BundleSyntaxes.class)
            .flatMap(type -> Arrays.stream(type.getFields()))
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .map(SyntaxesTest::syntax)
            .collect(Collectors.toMap(Syntax::name, s -> s.pattern() + " " + s.description()));
    Map<String, String> schema = new HashMap<>();
    MapNode definitions = (MapNode) SchemaFields.document(SchemaName.PLATFORM).at("$defs");
    for (MapNode.Entry entry : definitions.entries()) {
      String regex = regex(entry.value());
      if (!regex.isEmpty()) {
        schema.put(entry.key().text(), regex + " " + entry.value().textAt("description"));
      }
    }
    assertThat(schema).isEqualTo(binder);
  }

  private static String regex(Node definition) {
    if (definition.at("enum") instanceof ListNode words) {
      return words.items().stream()
          .map(word -> ((dev.mayfly.yaml.ScalarNode) word).text())
          .collect(Collectors.joining("|"));
    }
    String pattern = definition.textAt("pattern");
    if (pattern == null) {
      return "";
    }
    assertThat(pattern).startsWith("^").endsWith("$");
    return pattern.substring(1, pattern.length() - 1);
  }

  private static Syntax syntax(Field field) {
    try {
      return (Syntax) field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
