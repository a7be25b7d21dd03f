package dev.mayfly.kubernetes;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.Node;

/**
 * What is wrong with one field.
 *
 * @param at the key that is unknown, the value that does not fit, or what lacks a field
 * @param path from the object's top, such as {@code spec.template.spec}
 * @param message one sentence about the field
 * @param hint what to write instead; may be empty
 */
public record FieldFault(Why why, Node at, String path, String message, String hint) {
  public Location location() {
    return at.location();
  }

  /** How the API server takes it. */
  public enum Why {
    /** Taken out without a word, unless the client asks for strict validation. */
    UNKNOWN,
    /** The whole object is refused. */
    WRONG_TYPE,
    /** The same, of a value that quotes alone would mend. */
    UNQUOTED,
    NOT_ALLOWED,
    MISSING;

    public boolean isType() {
      return this == WRONG_TYPE || this == UNQUOTED;
    }
  }
}
