package dev.mayfly.lint;

import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.platform.Platform;
import dev.mayfly.platform.Targets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run may be told.
 *
 * @param severities by rule id, what replaces the rule's own severity
 * @param overridden kinds that a template of the admins' own makes, and not a bundled one
 * @param rendered the files that only rendering writes, as far as the run knows them
 * @param unchanged those of them that hold what rendering would write
 * @param facts what is known of the cluster; rules that need it are silent without
 * @param checkout where the files come from
 */
public record LintSettings(
    Targets targets,
    Map<String, SeverityOverride> severities,
    Set<GroupKind> overridden,
    Set<String> rendered,
    Set<String> unchanged,
    Optional<ClusterFacts> facts,
    Checkout checkout) {
  public static final LintSettings DEFAULT = new LintSettings(Targets.ASSUMED, Map.of());

  public LintSettings {
    severities = Map.copyOf(severities);
    overridden = Set.copyOf(overridden);
    rendered = Set.copyOf(rendered);
    unchanged = Set.copyOf(unchanged);
  }

  public LintSettings(Targets targets, Map<String, SeverityOverride> severities) {
    this(targets, severities, Set.of(), Set.of(), Set.of(), Optional.empty(), Checkout.NAMELESS);
  }

  /**
   * What a platform says.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (configuration) as {@link SeverityPolicy#of}
   */
  public static LintSettings of(Platform platform, Collection<Rule> rules) {
    return new LintSettings(platform.targets(), SeverityPolicy.of(platform, rules));
  }

  public LintSettings withTargets(Targets others) {
    return new LintSettings(others, severities, overridden, rendered, unchanged, facts, checkout);
  }

  public LintSettings withOverridden(Set<GroupKind> kinds) {
    return new LintSettings(targets, severities, kinds, rendered, unchanged, facts, checkout);
  }

  public LintSettings withRendered(Set<String> files, Set<String> unchanged) {
    return new LintSettings(targets, severities, overridden, files, unchanged, facts, checkout);
  }

  public LintSettings withFacts(ClusterFacts known) {
    return new LintSettings(
        targets, severities, overridden, rendered, unchanged, Optional.of(known), checkout);
  }

  public LintSettings withCheckout(Checkout known) {
    return new LintSettings(targets, severities, overridden, rendered, unchanged, facts, known);
  }

  /** The finding as it counts in this run; empty where its rule is switched off. */
  Optional<Finding> judged(Finding finding) {
    SeverityOverride override = severities.get(finding.rule());
    return override == null ? Optional.of(finding) : override.judge(finding);
  }
}
