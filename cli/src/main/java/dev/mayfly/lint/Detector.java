package dev.mayfly.lint;

/** The code of a rule. It has no state; one instance serves all runs and threads. */
public sealed interface Detector permits DocumentRule, CorpusRule, SuppressionRule {}
