package dev.mayfly.lint.rule.reading;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.yaml.ReadingFault;

/** A key that stands twice in one map: readers keep the first, keep the last, or refuse. */
public final class DuplicateKey implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    for (Problem problem : corpus.problems()) {
      Location location = problem.location();
      if (location != null && ReadingFault.DUPLICATE_KEY.isIn(problem)) {
        out.add(location, problem.message());
      }
    }
  }
}
