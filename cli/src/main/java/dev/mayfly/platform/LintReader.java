package dev.mayfly.platform;

import dev.mayfly.yaml.Choice;
import dev.mayfly.yaml.Fields;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code spec.lint}. */
final class LintReader {
  private LintReader() {}

  static List<ChosenSeverity> read(Fields spec) {
    List<ChosenSeverity> severities = new ArrayList<>();
    try (Fields lint = spec.mapOrEmpty("lint")) {
      for (Fields written : lint.maps("severities")) {
        try (Fields fields = written) {
          severities.add(
              new ChosenSeverity(
                  fields.text("rule", Syntaxes.RULE_ID),
                  fields.requiredChoice("severity", Choice.of(ChosenSeverity.Level.values())),
                  fields.text("reason", Syntaxes.REASON, ""),
                  fields.location("rule")));
        }
      }
    }
    return severities;
  }
}
