package dev.mayfly.yaml;

/** The types of YAML 1.2's core schema. */
public enum ScalarType {
  STRING,
  INTEGER,
  FLOAT,
  BOOLEAN,
  NULL;

  /** The type of an unquoted scalar (YAML 1.2.2, section 10.3.2). */
  static ScalarType ofPlain(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> NULL;
      case "true", "True", "TRUE", "false", "False", "FALSE" -> BOOLEAN;
      default ->
          PlainScalars.isInteger(text) ? INTEGER : PlainScalars.isFloat(text) ? FLOAT : STRING;
    };
  }
}
