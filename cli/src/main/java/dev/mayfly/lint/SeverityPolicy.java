package dev.mayfly.lint;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.platform.ChosenSeverity;
import dev.mayfly.platform.Platform;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The severities that a platform chose, held against the rules there are. The platform itself knows
 * no rules, so this is the first place that can tell a slip from an id, and less from more.
 */
public final class SeverityPolicy {
  private SeverityPolicy() {}

  /**
   * The overrides by rule id.
   *
   * @throws ProblemsException (configuration) with everything that {@link #problems} finds
   */
  public static Map<String, SeverityOverride> of(Platform platform, Collection<Rule> rules) {
    List<Problem> problems = problems(platform, rules);
    if (!problems.isEmpty()) {
      throw new ProblemsException(Fault.CONFIGURATION, problems);
    }
    Map<String, Severity> usual = usual(rules);
    Map<String, SeverityOverride> overrides = new TreeMap<>();
    for (ChosenSeverity chosen : platform.severities()) {
      overrides.put(
          chosen.rule(),
          new SeverityOverride(
              usual.getOrDefault(chosen.rule(), Severity.ERROR),
              severity(chosen),
              chosen.reason(),
              chosen.where().file() + ":" + chosen.where().line()));
    }
    return overrides;
  }

  /** Unknown rules, and lowered ones without a reason. */
  public static List<Problem> problems(Platform platform, Collection<Rule> rules) {
    Map<String, Severity> usual = usual(rules);
    Problems problems = new Problems();
    for (ChosenSeverity chosen : platform.severities()) {
      Severity severity = usual.get(chosen.rule());
      if (severity == null) {
        problems.error(
            "unknown-rule",
            chosen.where(),
            "unknown rule `" + chosen.rule() + "`",
            NearMiss.hint(chosen.rule(), usual.keySet()));
      } else if (chosen.reason().isEmpty() && SeverityOverride.lowers(severity, severity(chosen))) {
        problems.error(
            "reason-missing",
            chosen.where(),
            "`" + chosen.rule() + "` is lowered from " + severity.word() + " without a reason",
            "write `reason: ...` beside it, for those who review this file");
      }
    }
    return problems.sorted();
  }

  private static Map<String, Severity> usual(Collection<Rule> rules) {
    Map<String, Severity> usual = new TreeMap<>();
    rules.forEach(rule -> usual.put(rule.card().id(), rule.card().severity()));
    return usual;
  }

  private static Optional<Severity> severity(ChosenSeverity chosen) {
    return switch (chosen.severity()) {
      case ERROR -> Optional.of(Severity.ERROR);
      case WARNING -> Optional.of(Severity.WARNING);
      case NOTE -> Optional.of(Severity.NOTE);
      case NONE -> Optional.empty();
    };
  }
}
