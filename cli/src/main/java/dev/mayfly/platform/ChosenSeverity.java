package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.Fields;

/**
 * A lint rule that this platform judges otherwise than the program does.
 *
 * @param rule the id as written; whether there is such a rule is known where rules are
 * @param reason why; empty where none was given
 * @param where the rule's id stands in {@code mayfly.yaml}
 */
public record ChosenSeverity(String rule, Level severity, String reason, Location where) {
  static ChosenSeverity read(Fields severity) {
    return new ChosenSeverity(
        severity.text("rule", Syntaxes.RULE_ID),
        severity.requiredChoice("severity", Level.values()),
        severity.text("reason", Syntaxes.REASON, ""),
        severity.location("rule"));
  }

  /**
   * How bad its findings are. The last word is not {@code off}, which YAML 1.1 readers take for a
   * boolean.
   */
  public enum Level {
    ERROR,
    WARNING,
    NOTE,
    /** Nothing is reported. */
    NONE
  }
}
