package dev.mayfly.lint;

import dev.mayfly.diagnostic.Severity;
import java.util.Map;

/**
 * What a run may be told.
 *
 * @param severities by rule id, what replaces the rule's own severity
 */
public record LintSettings(Targets targets, Map<String, SeverityOverride> severities) {
  public static final LintSettings DEFAULT = new LintSettings(Targets.NEWEST, Map.of());

  /** A severity somebody chose, and why. */
  public record SeverityOverride(Severity severity, String reason) {
    public SeverityOverride {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("a changed severity needs a reason");
      }
    }
  }

  public LintSettings {
    severities = Map.copyOf(severities);
  }

  /** Undecided findings stay notes whatever was chosen. */
  Finding judged(Finding finding) {
    SeverityOverride override = severities.get(finding.rule());
    return override == null || !finding.isProven()
        ? finding
        : finding.withSeverity(override.severity());
  }
}
