package dev.mayfly.yaml;

import com.networknt.schema.Error;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.Problem;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Says what a schema found in the words that {@link Fields} uses for the same mistakes. */
final class SchemaViolation {
  private static final int LONGEST = 80;

  private SchemaViolation() {}

  /** Whether it is the key that must not stand there, and not its value that is wrong. */
  static boolean forbidsKey(Error error) {
    return error.getKeyword().equals("false");
  }

  static Problem of(Error error, JsonNode schema, Node node, Location location) {
    String keyword = error.getKeyword();
    return switch (keyword) {
      case "additionalProperties", "unevaluatedProperties" ->
          Problem.error(
              "unknown-key",
              location,
              "unknown key `" + error.getProperty() + "`",
              NearMiss.hint(String.valueOf(error.getProperty()), known(error, schema)));
      case "false" ->
          Problem.error(
              "unknown-key",
              location,
              "unknown key `" + error.getInstanceLocation().getName(-1) + "` beside the others");
      case "required", "dependentRequired" ->
          Problem.error(
              "missing-field", location, "the field `" + error.getProperty() + "` is missing");
      case "type" ->
          Problem.error(
              "wrong-type", location, "expected " + expected(error) + ", found " + found(node));
      case "enum", "const" ->
          Problem.error("not-allowed", location, found(node) + " is not allowed here");
      case "pattern" ->
          Problem.error(
              "wrong-syntax",
              location,
              found(node) + " does not match `" + error.getArguments()[0] + "`");
      case "propertyNames" ->
          Problem.error(
              "wrong-syntax",
              location,
              "the key `" + error.getProperty() + "` is not of the right form");
      default -> Problem.error("schema-" + keyword, location, error.getMessage());
    };
  }

  /** The names that the map of an unknown key may hold. */
  private static List<String> known(Error error, JsonNode schema) {
    JsonPointer keyword =
        JsonPointer.compile(String.valueOf(error.getSchemaLocation().getFragment()));
    JsonPointer map = keyword.head();
    List<String> names = new ArrayList<>();
    if (map != null) {
      names.addAll(schema.at(map).path("properties").propertyNames());
    }
    return names;
  }

  private static String expected(Error error) {
    String type = String.valueOf(error.getArguments()[1]);
    return switch (type) {
      case "object" -> "a map";
      case "array" -> "a list";
      case "string" -> "a string";
      case "integer" -> "an integer";
      case "boolean" -> "true or false";
      default -> type;
    };
  }

  private static String found(Node node) {
    return node instanceof ScalarNode scalar
            && !scalar.isNull()
            && scalar.text().length() <= LONGEST
        ? "`" + scalar.text() + "`"
        : node.describe();
  }
}
