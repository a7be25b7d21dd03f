package dev.mayfly.lint;

import dev.mayfly.diagnostic.Severity;
import java.util.Optional;

/**
 * A severity that a platform chose for a rule.
 *
 * @param usual what the rule's card says
 * @param chosen empty where nothing is to be reported
 * @param reason why; never empty where findings count for less than usual
 * @param where the place in {@code mayfly.yaml}, as reports show it
 */
public record SeverityOverride(
    Severity usual, Optional<Severity> chosen, String reason, String where) {

  public SeverityOverride {
    if (lowers(usual, chosen) && reason.isBlank()) {
      throw new IllegalArgumentException("a lowered severity needs a reason");
    }
  }

  public boolean lowers() {
    return lowers(usual, chosen);
  }

  static boolean lowers(Severity usual, Optional<Severity> chosen) {
    return chosen.isEmpty() || chosen.get().compareTo(usual) > 0;
  }

  /**
   * The finding as the platform judges it; empty where nothing is to be reported. A rule that is
   * lowered has no finding above the severity chosen, one that is raised none below. Undecided
   * findings stay notes.
   */
  Optional<Finding> judge(Finding finding) {
    if (chosen.isEmpty()) {
      return Optional.empty();
    }
    Severity severity = chosen.get();
    int step = severity.compareTo(usual);
    int distance = severity.compareTo(finding.severity());
    boolean changes = step > 0 && distance > 0 || step < 0 && distance < 0;
    return Optional.of(changes && finding.isProven() ? finding.judged(severity, this) : finding);
  }

  /** One sentence for people. */
  public String sentence(String rule) {
    String word = chosen.map(Severity::word).orElse("none");
    String why = reason.isEmpty() ? "" : ": " + reason;
    return "`" + where + "` makes " + rule + " " + word + " instead of " + usual.word() + why;
  }
}
