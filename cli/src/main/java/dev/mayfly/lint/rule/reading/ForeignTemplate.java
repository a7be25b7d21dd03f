package dev.mayfly.lint.rule.reading;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;

/**
 * What is read and not judged: files whose content exists only after another engine has run,
 * patches, documents that are no objects, and links that are not followed.
 */
public final class ForeignTemplate implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    for (Problem problem : corpus.problems()) {
      Location location = problem.location();
      boolean rendered =
          problem.id().equals("platform-template") && !out.settings().rendered().isEmpty();
      if (location != null && problem.severity() == Severity.NOTE && !rendered) {
        out.unverifiable(location, problem.message(), problem.hint());
      }
    }
  }
}
