package dev.mayfly.lint;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.platform.Targets;
import dev.mayfly.platform.Version;
import java.util.Map;

/**
 * What a run may be told.
 *
 * @param severities by rule id, what replaces the rule's own severity
 */
public record LintSettings(Targets targets, Map<String, SeverityOverride> severities) {
  /** The newest releases this program was checked against. */
  private static final Targets NEWEST =
      new Targets(new Version(3, 5), new Version(1, 30), new Version(1, 6), new Version(1, 35));

  public static final LintSettings DEFAULT = new LintSettings(NEWEST, Map.of());

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
