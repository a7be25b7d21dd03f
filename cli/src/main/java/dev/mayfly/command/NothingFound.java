package dev.mayfly.command;

import dev.mayfly.command.console.Console;
import dev.mayfly.diagnostic.Counted;
import dev.mayfly.lint.rule.RuleCatalog;
import java.util.List;

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

  /** Each preview that is there has a line; none at all could also mean that nobody looked. */
  static void say(List<?> previews, Console console) {
    if (previews.isEmpty()) {
      console.err().println("0 previews looked at");
    }
  }

  /** The same of files that proofs read, and no rule. */
  static String in(int files) {
    return "no findings in " + Counted.of(files, "file");
  }
}
