package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;

/**
 * A scalar as it was written.
 *
 * @param text the content after YAML's escapes and folding
 * @param plain written without quotes and not as a block, so that its type is for a reader to guess
 */
public record ScalarNode(String text, boolean plain, Location location) implements Node {

  /** A text that nobody wrote, at some place. */
  public static ScalarNode of(String text, Location location) {
    return new ScalarNode(text, false, location);
  }

  /** What YAML 1.2's core schema reads it as. */
  public ScalarType type() {
    return plain ? ScalarType.ofPlain(text) : ScalarType.STRING;
  }

  @Override
  public boolean isNull() {
    return plain && type() == ScalarType.NULL;
  }

  /** True when YAML 1.1 readers (Kubernetes, Helm) and 1.2 readers take it for different values. */
  public boolean isAmbiguous() {
    return plain && PlainScalars.readersDisagree(text);
  }

  @Override
  public String describe() {
    return switch (type()) {
      case STRING -> "a string";
      case INTEGER -> "an integer";
      case FLOAT -> "a number";
      case BOOLEAN -> "a boolean";
      case NULL -> "null";
    };
  }
}
