package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Problems;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns {@link Node}s into the library's JSON for schema validation. What JSON has no word for, or
 * readers do not agree on, becomes a problem.
 */
record JsonTree(Problems problems) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  JsonNode of(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar(scalar);
    }
    if (node instanceof ListNode list) {
      ArrayNode array = JSON.arrayNode();
      list.items().forEach(item -> array.add(of(item)));
      return array;
    }
    ObjectNode object = JSON.objectNode();
    ((MapNode) node).entries().forEach(entry -> object.set(entry.key().text(), of(entry.value())));
    return object;
  }

  private JsonNode scalar(ScalarNode scalar) {
    if (scalar.isAmbiguous()) {
      ambiguous(scalar, "YAML 1.1 and 1.2 readers disagree on `" + scalar.text() + "`");
      return JSON.stringNode(scalar.text());
    }
    return switch (scalar.type()) {
      case STRING -> JSON.stringNode(scalar.text());
      case NULL -> JSON.nullNode();
      case BOOLEAN -> JSON.booleanNode(Character.toLowerCase(scalar.text().charAt(0)) == 't');
      case INTEGER -> integer(Long.parseLong(scalar.text()));
      case FLOAT -> fraction(scalar);
    };
  }

  /**
   * The narrowest number that holds it, which is what typed models ask for. Readers disagree on
   * what has more than 18 digits.
   */
  private static JsonNode integer(long value) {
    return value == (int) value ? JSON.numberNode((int) value) : JSON.numberNode(value);
  }

  /** JSON Schema takes 1.0 for an integer and so does Kubernetes; to YAML it is a fraction. */
  private JsonNode fraction(ScalarNode scalar) {
    if (!Character.isDigit(scalar.text().charAt(scalar.text().length() - 1))) {
      return JSON.numberNode(Double.NaN); // .inf and .nan
    }
    String text = scalar.text();
    if (text.matches(".*[eE][-+]?[0-9]{4,}")) {
      // Some read infinity or nought, some give up, and some would write all the digits.
      ambiguous(scalar, "`" + text + "` is too large or too small for some readers");
      return JSON.stringNode(text);
    }
    BigDecimal value = new BigDecimal(text);
    if (value.stripTrailingZeros().scale() <= 0) {
      ambiguous(scalar, "`" + text + "` is an integer to some readers and a fraction to others");
    }
    return JSON.numberNode(value);
  }

  private void ambiguous(ScalarNode scalar, String message) {
    problems.error("ambiguous-scalar", scalar.location(), message, "put it in quotes");
  }
}
