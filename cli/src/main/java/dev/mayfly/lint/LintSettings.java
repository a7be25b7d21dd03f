package dev.mayfly.lint;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.platform.Targets;
import dev.mayfly.platform.Version;
import java.util.Map;
import java.util.Optional;

/**
 * What a run may be told.
 *
 * @param severities by rule id, what replaces the rule's own severity
 * @param facts what is known of the cluster; rules that need it are silent without
 */
public record LintSettings(
    Targets targets, Map<String, SeverityOverride> severities, Optional<ClusterFacts> facts) {
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

  public LintSettings(Targets targets, Map<String, SeverityOverride> severities) {
    this(targets, severities, Optional.empty());
  }

  public LintSettings with(ClusterFacts known) {
    return new LintSettings(targets, severities, Optional.of(known));
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
