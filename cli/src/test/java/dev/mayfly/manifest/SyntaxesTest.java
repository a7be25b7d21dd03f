package dev.mayfly.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.platform.BundleSyntaxes;
import dev.mayfly.platform.ExposureSyntaxes;
import dev.mayfly.platform.PeopleSyntaxes;
import dev.mayfly.platform.PlaceSyntaxes;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.Syntax;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema and the binder hold the same regular expressions, in the same words. */
class SyntaxesTest {
  @Test
  void everySyntaxStandsInTheSchema() {
    Map<String, String> binder = new HashMap<>();
    syntaxes().forEach((name, s) -> binder.put(name, s.pattern() + " " + s.description()));
    Map<String, String> schema = new HashMap<>();
    MapNode definitions = (MapNode) SchemaFields.document(SchemaName.PLATFORM).at("$defs");
    for (MapNode.Entry entry : definitions.entries()) {
      String regex = regex(entry.value());
      if (entry.value().textAt("pattern") != null) {
        // What editors say in place of the expression.
        assertThat(entry.value().textAt("patternErrorMessage"))
            .isEqualTo("this is not " + entry.value().textAt("description"));
      }
      if (!regex.isEmpty()) {
        schema.put(entry.key().text(), regex + " " + entry.value().textAt("description"));
      }
    }
    assertThat(schema).isEqualTo(binder);
  }

  /** Forms that a closed list says wholly, and those that are too long to be shown. */
  private static final Set<String> WITHOUT_EXAMPLE =
      Set.of(
          "audience",
          "compute",
          "kustomizeBuildOption",
          "pinnedImage",
          "podSecurity",
          "secretType");

  /** Who is refused sees what would have been right. */
  @Test
  void everySyntaxShowsWhatItAllows() {
    Pattern example = Pattern.compile("such as (.+?)(?:;|$)");
    syntaxes()
        .forEach((name, syntax) -> {
          Matcher shown = example.matcher(syntax.description());
          boolean finds = shown.find();
          assertThat(finds || WITHOUT_EXAMPLE.contains(name)).as(name).isTrue();
          for (String one : finds ? shown.group(1).split(" or ") : new String[0]) {
            assertThat(syntax.matches(one.replaceAll("[`\"]", ""))).as(name + ": " + one).isTrue();
          }
        });
  }

  /** By the names of their constants, as the schema writes names. */
  private static Map<String, Syntax> syntaxes() {
    return Stream.of(
            Syntaxes.class,
            PeopleSyntaxes.class,
            PlaceSyntaxes.class,
            BundleSyntaxes.class,
            ExposureSyntaxes.class)
        .flatMap(home -> Arrays.stream(home.getFields()))
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .collect(Collectors.toMap(field -> name(field.getName()), SyntaxesTest::syntax));
  }

  private static String name(String constant) {
    return Pattern.compile("_(.)")
        .matcher(constant.toLowerCase(Locale.ROOT))
        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
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
