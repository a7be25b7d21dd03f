package dev.mayfly.lint;

/** One thing that is checked. A rule has no state; one instance serves all runs and threads. */
public sealed interface Rule permits DocumentRule, CorpusRule, SuppressionRule {
  RuleCard card();
}
