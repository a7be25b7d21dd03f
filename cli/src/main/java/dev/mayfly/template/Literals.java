package dev.mayfly.template;

import dev.mayfly.diagnostic.Problems;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.ScalarType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is written without placeholders, with the type it was written with. */
public final class Literals {
  private Literals() {}

  /** A tree in which nothing is a placeholder: each scalar stands for itself. */
  public static Value of(Node node, Problems problems) {
    if (node instanceof MapNode map) {
      Map<String, Value> entries = new LinkedHashMap<>();
      for (MapNode.Entry entry : map.entries()) {
        if (entry.key().isAmbiguous()) {
          ambiguous(entry.key(), problems);
        }
        entries.put(entry.key().text(), of(entry.value(), problems));
      }
      return new Value.Fields(entries);
    }
    if (node instanceof ListNode list) {
      return new Value.Items(list.items().stream().map(item -> of(item, problems)).toList());
    }
    ScalarNode scalar = (ScalarNode) node;
    return of(scalar, scalar.text(), true, problems);
  }

  /**
   * A scalar.
   *
   * @param text what it stands for where it is a string
   * @param any whether null and fractions may stand here, which few places have a use for
   */
  static Value of(ScalarNode scalar, String text, boolean any, Problems problems) {
    if (scalar.isAmbiguous()) {
      return ambiguous(scalar, problems);
    }
    ScalarType type = scalar.type();
    if (!any && (type == ScalarType.NULL || type == ScalarType.FLOAT)) {
      return refused(
          scalar, problems, "write this as a string, an integer or a boolean", "quote it");
    }
    return switch (type) {
      case STRING -> Value.of(text);
      case BOOLEAN -> new Value.Bool(text.equalsIgnoreCase("true"));
      case INTEGER -> new Value.Num(Long.parseLong(text)); // not ambiguous: at most 18 digits
      case NULL -> Value.NULL;
      case FLOAT -> fraction(scalar, problems);
    };
  }

  /** What is whole is an integer to some readers, and infinities are no number to JSON. */
  private static Value fraction(ScalarNode scalar, Problems problems) {
    String text = scalar.text();
    if (!text.matches("[-+]?[0-9]*\\.[0-9]+")) {
      return refused(
          scalar,
          problems,
          "`" + text + "` has no form that every reader takes for the same number",
          "write it with digits on both sides of the point, or put it in quotes");
    }
    BigDecimal number = new BigDecimal(text);
    if (number.stripTrailingZeros().scale() <= 0) {
      return refused(
          scalar,
          problems,
          "`" + text + "` is an integer to some readers and a fraction to others",
          "leave the fraction out, or put it in quotes");
    }
    return new Value.Decimal(number);
  }

  private static Value ambiguous(ScalarNode scalar, Problems problems) {
    return refused(
        scalar,
        problems,
        "YAML 1.1 and 1.2 readers disagree on `" + scalar.text() + "`",
        "put it in quotes");
  }

  private static Value refused(ScalarNode scalar, Problems problems, String message, String hint) {
    problems.error("scalar-type", scalar.location(), message, hint);
    return Value.ABSENT;
  }
}
