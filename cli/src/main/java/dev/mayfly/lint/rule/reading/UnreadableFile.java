package dev.mayfly.lint.rule.reading;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.yaml.ReadingFault;

/** A file that cannot be read, or is no YAML that all readers agree on. */
public final class UnreadableFile implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    for (Problem problem : corpus.problems()) {
      Location location = problem.location();
      boolean other =
          problem.severity() == Severity.NOTE || ReadingFault.DUPLICATE_KEY.isIn(problem);
      if (location != null && !other) {
        out.add(location, problem.message());
      }
    }
  }
}
