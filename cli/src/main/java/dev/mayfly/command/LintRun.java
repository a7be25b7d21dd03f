package dev.mayfly.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mayfly.command.composition.Governing;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.LintOptions;
import dev.mayfly.diagnostic.Activity.Step;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.lint.FileFinder;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.InputFile;
import dev.mayfly.lint.LintSettings;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.manifest.LivePreviews;
import dev.mayfly.manifest.PlatformSet;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.report.TerminalText;
import dev.mayfly.review.Rerendering;
import dev.mayfly.review.TreeLint;
import dev.mayfly.workspace.PreviewsOnDisk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One judgement of a tree, with what is worth knowing beside it on standard error. */
final class LintRun {
  private LintRun() {}

  /** What was found, and what is said where that is nothing. */
  record Result(List<Finding> findings, String nothing) {}

  static Result of(LintTree tree, Optional<ClusterFacts> facts, Invocation invocation) {
    try (Step step = invocation.console().activity().begin("judging", "files")) {
      Result result = judged(tree, facts, invocation, step);
      step.outcome("findings: " + result.findings().size());
      return result;
    }
  }

  private static Result judged(
      LintTree tree, Optional<ClusterFacts> facts, Invocation invocation, Step step) {
    LintSettings settings =
        LintOptions.settings(tree.governing().settings(), invocation, facts)
            .withCheckout(tree.checkout());
    sayWhatIsLowered(settings, invocation.console());
    List<Finding> findings = new ArrayList<>(tree.governing().findings());
    TreeLint.Outcome outcome;
    if (tree.folder().isEmpty() || tree.governing().policy().isEmpty()) {
      outcome = TreeLint.files(tree.files(), settings, step);
    } else {
      String folder = tree.folder().get();
      outcome =
          TreeLint.run(
              tree.files(),
              folder,
              Rerendering.of(tree.governing().policy().get(), files(tree, folder)),
              settings,
              step);
      sayWhatIsStale(stale(outcome.stale(), tree, folder), tree, invocation.console());
    }
    findings.addAll(outcome.findings());
    String nothing = NothingFound.in(tree.files().files().size(), outcome.documents());
    return new Result(findings.stream().sorted().toList(), nothing);
  }

  /**
   * What the platform set is says the {@code mayfly.yaml} beside it, whoever's policy judges it: a
   * change of both is right, and a rendering that was forgotten is not.
   */
  private static SortedSet<String> stale(SortedSet<String> judged, LintTree tree, String folder) {
    if (tree.own().isEmpty()) {
      return judged;
    }
    SortedSet<String> stale = new TreeSet<>(judged);
    stale.removeIf(name -> PreviewFolders.holding(name.substring(folder.length())).isEmpty());
    SortedMap<String, byte[]> files = files(tree, folder);
    platformSet(tree.own().get(), PreviewsOnDisk.of(files).live())
        .forEach((path, text) -> {
          boolean same = Arrays.equals(files.get(path), text.getBytes(UTF_8));
          if (!same && FileFinder.isCandidate(RelativePath.name(path))) {
            stale.add(folder + path);
          }
        });
    return stale;
  }

  /** Nothing where the platform is wrong: there is nothing then that a file could be unlike. */
  private static SortedMap<String, String> platformSet(Governing own, LivePreviews live) {
    try {
      return own.policy()
          .map(it -> PlatformSet.files(it.loaded(), live, it.templates()))
          .orElseGet(TreeMap::new);
    } catch (ProblemsException e) {
      return new TreeMap<>();
    }
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
        .forEach((rule, override) -> {
          if (override.lowers()) {
            console.err().println("note: " + TerminalText.clean(override.sentence(rule)));
          }
        });
  }

  private static void sayWhatIsStale(SortedSet<String> stale, LintTree tree, Console console) {
    if (!stale.isEmpty()) {
      boolean one = stale.size() == 1;
      console
          .err()
          .println(
              "note: "
                  + (one ? "1 file is" : stale.size() + " files are")
                  + " not what rendering would write, such as `"
                  + TerminalText.clean(stale.first())
                  + (tree.files().files().stream().anyMatch(it -> stale.contains(it.path()))
                      ? "`; `mayfly diff` shows the difference, and `mayfly verify` judges it"
                      : "`; `mayfly render all --out .` writes what is missing"));
    }
  }
}
