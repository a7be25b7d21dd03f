package dev.mayfly.lint.rule.reading;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import java.util.Set;

/** A file that cannot be read, or is no YAML that all readers agree on. */
public final class UnreadableFile implements CorpusRule {
  /** Problems that have a rule of their own, or are notes. */
  private static final Set<String> OTHERS = Set.of("duplicate-key", "foreign-template", "link");

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Problem problem : corpus.problems()) {
      Location location = problem.location();
      if (location != null && !OTHERS.contains(problem.id())) {
        out.add(location, problem.message());
      }
    }
  }
}
