package dev.mayfly.lint.rule.reading;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;

/**
 * Files whose content exists only after another engine has run, and links that are not followed.
 */
public final class ForeignTemplate implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    for (Problem problem : corpus.problems()) {
      Location location = problem.location();
      boolean leftAlone = problem.id().equals("foreign-template") || problem.id().equals("link");
      if (location != null && leftAlone) {
        out.unverifiable(location, problem.message(), problem.hint());
      }
    }
  }
}
