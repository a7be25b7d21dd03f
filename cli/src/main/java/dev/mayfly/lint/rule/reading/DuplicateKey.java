package dev.mayfly.lint.rule.reading;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;

/** A key that stands twice in one map: readers keep the first, keep the last, or refuse. */
public final class DuplicateKey implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "YM002",
          "duplicate-key",
          Severity.ERROR,
          "a key stands twice in one map",
          """
          YAML forbids it and readers differ: some keep the last value, some the first, some refuse
          the file. What is reviewed is then not what is deployed.
          """,
          "keep one of the two",
          """
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: shop}
          data:
            MODE: preview
            MODE: production
          """,
          """
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: shop}
          data:
            MODE: preview
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Problem problem : corpus.problems()) {
      Location location = problem.location();
      if (location != null && problem.id().equals("duplicate-key")) {
        out.add(location, problem.message());
      }
    }
  }
}
