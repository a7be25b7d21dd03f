package dev.mayfly.lint.rule.reading;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import java.util.Set;

/** A file that cannot be read, or is no YAML that all readers agree on. */
public final class UnreadableFile implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "YM001",
          "unreadable-file",
          Severity.ERROR,
          "a file cannot be read as YAML",
          """
          Argo CD stops generating manifests at the first file of a source that does not parse, so
          one broken file keeps everything beside it from being deployed. The rest of the file was
          not judged.
          """,
          "mend the syntax at the place shown; the rest of the file was not judged",
          """
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: shop
          """,
          """
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: shop}
          """);

  /** Problems that have a rule of their own, or are notes. */
  private static final Set<String> OTHERS = Set.of("duplicate-key", "foreign-template", "link");

  @Override
  public RuleCard card() {
    return CARD;
  }

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
