package dev.mayfly.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A schema that forgets to be strict accepts every misspelt key. */
class SchemaStrictnessTest {
  /** Below these a sub-schema only adds to one that is already closed. */
  private static final String ADDITION = ".*/(if|then|else|not)(/.*)?";

  @ParameterizedTest
  @EnumSource
  void everyMapIsClosedOrSaysWhatItHolds(SchemaName name) {
    Set<String> open = new TreeSet<>();
    SchemaFields.visit(
        SchemaFields.document(name),
        "",
        (path, map) -> {
          boolean named = map.get("properties") instanceof MapNode && !path.endsWith("/properties");
          boolean dispatched = map.has("allOf");
          if (named && !dispatched && !path.matches(ADDITION) && !map.has("additionalProperties")) {
            open.add(path);
          }
        });
    assertThat(open).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyPatternIsAnchored(SchemaName name) {
    SchemaFields.visit(
        SchemaFields.document(name),
        "",
        (path, map) -> {
          String pattern = map.textAt("pattern");
          if (pattern != null && !path.endsWith("/properties")) {
            assertThat(pattern)
                .as(path)
                .matches("\\^.*\\$|\\^\\(pg\\|cnpg\\)_|\\\\nreturn hs\\\\n\\$");
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void everyReferenceHasItsDefinitionAndTheOtherWayRound(SchemaName name) {
    Node document = SchemaFields.document(name);
    Set<String> used = new TreeSet<>();
    SchemaFields.visit(
        document,
        "",
        (path, map) -> {
          if (map.textAt("$ref") != null) {
            used.add(map.textAt("$ref").replace("#/$defs/", ""));
          }
        });
    Set<String> defined =
        document.at("$defs") instanceof MapNode map ? Set.copyOf(map.keys()) : Set.of();
    assertThat(used).isEqualTo(defined);
  }

  @Test
  void everyFieldOfThePlatformIsDescribed() {
    Node document = SchemaFields.document(SchemaName.PLATFORM);
    Set<String> undescribed = new TreeSet<>();
    SchemaFields.visit(
        document,
        "",
        (path, map) -> {
          if (map.get("properties") instanceof MapNode properties
              && !path.matches(ADDITION)
              && !map.has("allOf")) {
            for (MapNode.Entry entry : properties.entries()) {
              String reference = entry.value().textAt("$ref");
              Node described =
                  entry.value().textAt("description") == null && reference != null
                      ? document.at("$defs", reference.replace("#/$defs/", ""))
                      : entry.value();
              if (described == null || described.textAt("description") == null) {
                undescribed.add(path + "/" + entry.key().text());
              }
            }
          }
        });
    assertThat(undescribed).isEmpty();
  }
}
