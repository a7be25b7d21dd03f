package dev.mayfly.command;

import dev.mayfly.diagnostic.Counted;
import dev.mayfly.lint.rule.RuleCatalog;

/** What is said where there is nothing to report: silence alone may mean that nothing was read. */
final class NothingFound {
  private NothingFound() {}

  /** Such as {@code no findings in 3 files and 5 documents, by 232 rules}. */
  static String in(int files, int documents) {
    return "no findings in %s and %s, by %s"
        .formatted(
            Counted.of(files, "file"),
            Counted.of(documents, "document"),
            Counted.of(RuleCatalog.ALL.size(), "rule"));
  }

  /** The same of files that proofs read, and no rule. */
  static String in(int files) {
    return "no findings in " + Counted.of(files, "file");
  }
}
