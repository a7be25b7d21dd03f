package dev.mayfly.lint.rule;

import dev.mayfly.lint.Rule;
import dev.mayfly.lint.rule.admission.AdmissionRules;
import dev.mayfly.lint.rule.application.ApplicationRules;
import dev.mayfly.lint.rule.applicationset.ApplicationSetRules;
import dev.mayfly.lint.rule.database.DatabaseRules;
import dev.mayfly.lint.rule.facts.FactsRules;
import dev.mayfly.lint.rule.namespace.NamespaceRules;
import dev.mayfly.lint.rule.overlay.OverlayRules;
import dev.mayfly.lint.rule.ownership.OwnershipRules;
import dev.mayfly.lint.rule.project.ProjectRules;
import dev.mayfly.lint.rule.reading.ReadingRules;
import dev.mayfly.lint.rule.route.RouteRules;
import dev.mayfly.lint.rule.suppression.SuppressionRules;
import dev.mayfly.lint.rule.workload.WorkloadRules;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every rule there is. A rule that is not in one of these lists does not exist. */
public final class RuleCatalog {
  private RuleCatalog() {}

  public static final List<Rule> ALL =
      Stream.of(
              ReadingRules.ALL,
              ApplicationSetRules.ALL,
              ApplicationRules.ALL,
              DatabaseRules.ALL,
              FactsRules.ALL,
              ProjectRules.ALL,
              RouteRules.ALL,
              NamespaceRules.ALL,
              WorkloadRules.ALL,
              OverlayRules.ALL,
              AdmissionRules.ALL,
              OwnershipRules.ALL,
              SuppressionRules.ALL)
          .flatMap(List::stream)
          .toList();

  /** The rule with this id or name, in any case. */
  public static Optional<Rule> find(String idOrName) {
    return Optional.ofNullable(Words.RULES.get(idOrName.toLowerCase(Locale.ROOT)));
  }

  /**
   * The rule that a finding is of; the proof of a bundle has findings of its own, some of which are
   * called as a rule is.
   */
  public static Optional<Rule> ofId(String id) {
    return find(id).filter(rule -> rule.card().id().equals(id));
  }

  /** Made when first asked for. */
  private static final class Words {
    private static final Map<String, Rule> RULES = new HashMap<>();

    static {
      for (Rule rule : ALL) {
        RULES.putIfAbsent(rule.card().id().toLowerCase(Locale.ROOT), rule);
        RULES.putIfAbsent(rule.card().name().toLowerCase(Locale.ROOT), rule);
      }
    }
  }
}
