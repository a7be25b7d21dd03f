package dev.mayfly.command;

import dev.mayfly.lint.rule.RuleCatalog;

/** What is said where there is nothing to report: silence alone may mean that nothing was read. */
final class NothingFound {
  private NothingFound() {}

  /** Such as {@code no findings in 3 files and 5 documents, by 232 rules}. */
  static String in(int files, int documents) {
    return "no findings in %s and %s, by %s"
        .formatted(
            count(files, "file"),
            count(documents, "document"),
            count(RuleCatalog.ALL.size(), "rule"));
  }

  /** The same of files that proofs read, and no rule. */
  static String in(int files) {
    return "no findings in " + count(files, "file");
  }

  private static String count(int number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }
}
