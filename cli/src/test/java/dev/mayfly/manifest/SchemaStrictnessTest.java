package dev.mayfly.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A schema that forgets to be strict accepts every misspelt key. */
class SchemaStrictnessTest {
  /** Below these a sub-schema only adds to one that is already closed. */
  private static final String ADDITION = ".*/(if|then|else|not)(/.*)?";

  /** One of several forms of a map; it only adds to one that is closed by itself. */
  private static final Pattern FORM = Pattern.compile("(.*)/(?:oneOf|anyOf)/[0-9]+");

  @ParameterizedTest
  @EnumSource
  void everyMapIsClosedOrSaysWhatItHolds(SchemaName name) {
    Set<String> open = new TreeSet<>();
    Set<String> closed = new TreeSet<>();
    SchemaFields.visit(
        SchemaFields.document(name),
        "",
        (path, map) -> {
          boolean named = map.get("properties") instanceof MapNode && !path.endsWith("/properties");
          boolean dispatched = map.has("allOf");
          if (map.has("additionalProperties")) {
            closed.add(path);
          } else if (named && !dispatched && !adds(path, closed)) {
            open.add(path);
          }
        });
    assertThat(open).isEmpty();
  }

  private static boolean adds(String path, Set<String> closed) {
    Matcher form = FORM.matcher(path);
    return path.matches(ADDITION) || (form.matches() && closed.contains(form.group(1)));
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
    Set<String> closed = new TreeSet<>();
    SchemaFields.visit(
        document,
        "",
        (path, map) -> {
          if (map.has("additionalProperties")) {
            closed.add(path);
          }
          if (map.get("properties") instanceof MapNode properties
              && (map.has("additionalProperties") || !adds(path, closed))
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
