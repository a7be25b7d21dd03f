package dev.mayfly.kind;

import dev.mayfly.diagnostic.Location;

/**
 * What is wrong with one field.
 *
 * @param path from the object's top, such as {@code spec.template.spec}
 * @param message one sentence about the field
 * @param hint what to write instead; may be empty
 */
public record FieldFault(Why why, Location location, String path, String message, String hint) {
  /** How the API server takes it. */
  public enum Why {
    /** Taken out without a word, unless the client asks for strict validation. */
    UNKNOWN,
    /** The whole object is refused. */
    WRONG_TYPE,
    NOT_ALLOWED,
    MISSING
  }
}
