package dev.mayfly.command;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.LintOptions;
import dev.mayfly.diagnostic.Activity.Step;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.InputFile;
import dev.mayfly.lint.LintSettings;
import dev.mayfly.report.TerminalText;
import dev.mayfly.review.Rerendering;
import dev.mayfly.review.TreeLint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** One judgement of a tree, with what is worth knowing beside it on standard error. */
final class LintRun {
  private LintRun() {}

  /** What was found, and in how much. */
  record Result(List<Finding> findings, int files, int documents) {
    String nothing() {
      return NothingFound.in(files, documents);
    }
  }

  static Result of(LintTree tree, Optional<ClusterFacts> facts, Invocation invocation) {
    int files = tree.files().files().size();
    try (Step step =
        invocation
            .console()
            .activity()
            .begin(
                "judging",
                String.format(Locale.ROOT, "%,d file%s", files, files == 1 ? "" : "s"))) {
      Result result = judged(tree, facts, invocation);
      step.outcome("findings: " + result.findings().size());
      return result;
    }
  }

  private static Result judged(LintTree tree, Optional<ClusterFacts> facts, Invocation invocation) {
    LintSettings settings =
        LintOptions.settings(tree.governing().settings(), invocation, facts)
            .withCheckout(tree.checkout());
    sayWhatIsLowered(settings, invocation.console());
    List<Finding> findings = new ArrayList<>(tree.governing().findings());
    int documents;
    if (tree.folder().isEmpty() || tree.governing().policy().isEmpty()) {
      TreeLint.Outcome outcome = TreeLint.files(tree.files(), settings);
      findings.addAll(outcome.findings());
      documents = outcome.documents();
    } else {
      String folder = tree.folder().get();
      TreeLint.Outcome outcome =
          TreeLint.run(
              tree.files(),
              folder,
              Rerendering.of(tree.governing().policy().get(), files(tree, folder)),
              settings);
      findings.addAll(outcome.findings());
      documents = outcome.documents();
      sayWhatIsStale(outcome.stale(), invocation.console());
    }
    return new Result(findings.stream().sorted().toList(), tree.files().files().size(), documents);
  }

  private static SortedMap<String, byte[]> files(LintTree tree, String folder) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (InputFile file : tree.files().files()) {
      if (file.path().startsWith(folder)) {
        files.put(file.path().substring(folder.length()), file.bytes());
      }
    }
    return files;
  }

  /** Nobody is to find out later that a rule counted for less than they thought. */
  private static void sayWhatIsLowered(LintSettings settings, Console console) {
    new TreeMap<>(settings.severities())
        .forEach(
            (rule, override) -> {
              if (override.lowers()) {
                console.err().println("note: " + TerminalText.clean(override.sentence(rule)));
              }
            });
  }

  private static void sayWhatIsStale(SortedSet<String> stale, Console console) {
    if (!stale.isEmpty()) {
      boolean one = stale.size() == 1;
      console
          .err()
          .println(
              "note: "
                  + (one ? "1 file is" : stale.size() + " files are")
                  + " not what rendering would write, such as `"
                  + TerminalText.clean(stale.first())
                  + "`; `mayfly diff` shows the difference");
    }
  }
}
