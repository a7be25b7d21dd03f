package dev.mayfly.report;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.Rule;
import dev.mayfly.lint.rule.RuleCatalog;
import java.util.Optional;

/**
 * How reports call a finding. The title of its rule says what is wrong with every such object, its
 * message which values show it here; the two are told together, so neither says what the other
 * does.
 *
 * @param name of the rule; empty when another check than a rule found it
 * @param claim the title, or that it could not be decided; empty when there is no rule
 */
record FindingWords(String id, String name, String claim, String message) {
  static FindingWords of(Finding finding) {
    Optional<Rule> rule = RuleCatalog.ofId(finding.rule());
    String undecided = finding.isProven() ? "" : "unverifiable";
    if (rule.isEmpty()) {
      return new FindingWords(finding.rule(), "", undecided, finding.message());
    }
    // The title of a note is a remark, which holds whatever else is out of sight.
    String whether = rule.get().card().severity() == Severity.NOTE ? ": " : " whether ";
    return new FindingWords(
        finding.rule(),
        rule.get().card().name(),
        (finding.isProven() ? "" : undecided + whether) + rule.get().card().summary(),
        finding.message());
  }

  /** Such as {@code AS026 empty-filter}. */
  String rule() {
    return name.isEmpty() ? id : id + " " + name;
  }

  /** Such as {@code AS026 empty-filter: a filter without a condition lets every ... through}. */
  String headline() {
    return claim.isEmpty() ? rule() : rule() + ": " + claim;
  }

  /** What is wrong, understandable alone. */
  String sentence() {
    return claim.isEmpty() ? message : claim + ": " + message;
  }
}
