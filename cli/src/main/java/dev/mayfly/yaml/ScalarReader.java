package dev.mayfly.yaml;

import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.Problems;
import java.util.Optional;

/** Reads single values with their type; what is of another type or form becomes a problem. */
record ScalarReader(Problems problems) {
  private static final int LONGEST_SHOWN = 80;

  String text(Node node, Syntax syntax) {
    if (!(node instanceof ScalarNode scalar) || scalar.type() != ScalarType.STRING) {
      boolean quotable = node instanceof ScalarNode s && !s.isNull();
      problems.error(
          "wrong-type",
          node.location(),
          "expected a string, found " + found(node),
          quotable ? "put it in quotes" : "");
      return "";
    }
    if (scalar.isAmbiguous()) {
      problems.error(
          "ambiguous-scalar",
          node.location(),
          "YAML 1.1 and 1.2 readers disagree on `" + scalar.text() + "`",
          "put it in quotes");
    }
    if (!syntax.matches(scalar.text())) {
      String shown = isShort(scalar) ? "`" + scalar.text() + "`" : "this";
      problems.error("wrong-syntax", node.location(), shown + " is not " + syntax.description());
    }
    return scalar.text();
  }

  boolean flag(Node node, boolean otherwise) {
    if (node instanceof ScalarNode scalar && scalar.type() == ScalarType.BOOLEAN) {
      return scalar.text().equalsIgnoreCase("true");
    }
    problems.error("wrong-type", node.location(), "expected true or false, found " + found(node));
    return otherwise;
  }

  int integer(Node node, int least, int most) {
    if (node instanceof ScalarNode scalar
        && scalar.plain()
        && scalar.text().matches("[-+]?(0|[1-9][0-9]{0,9})")) {
      long value = Long.parseLong(scalar.text());
      if (value >= least && value <= most) {
        return (int) value;
      }
    }
    problems.error(
        "wrong-type",
        node.location(),
        "expected an integer from " + least + " to " + most + ", found " + found(node));
    return least;
  }

  /** One of a closed list of words. */
  <E extends Enum<E>> Optional<E> choice(Node node, Choice<E> choice) {
    String word = node instanceof ScalarNode scalar ? scalar.text() : "";
    Optional<E> chosen = choice.of(word);
    if (chosen.isEmpty()) {
      String shown =
          node instanceof ScalarNode s && isShort(s) ? "`" + s.text() + "`" : node.describe();
      problems.error(
          "not-allowed",
          node.location(),
          shown + " is not allowed here",
          NearMiss.hint(word, choice.words()));
    }
    return chosen;
  }

  /** The value as it was written, or its kind where that is long. */
  private static String found(Node node) {
    if (!(node instanceof ScalarNode scalar) || scalar.isNull() || !isShort(scalar)) {
      return node.describe();
    }
    return scalar.plain() ? "`" + scalar.text() + "`" : "the string `" + scalar.text() + "`";
  }

  private static boolean isShort(ScalarNode scalar) {
    return scalar.text().length() <= LONGEST_SHOWN;
  }
}
