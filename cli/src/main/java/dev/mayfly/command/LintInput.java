package dev.mayfly.command;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.diagnostic.Activity.Step;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.lint.FileFinder;
import dev.mayfly.lint.InputFile;
import dev.mayfly.report.TerminalText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code lint} is told to judge.
 *
 * @param paths the folders and files that are named
 * @param standardInput whether that is named too
 */
record LintInput(List<Path> paths, boolean standardInput) {
  private static final String STANDARD_INPUT = "-";

  static LintInput of(Invocation invocation) {
    List<String> given = LintCommand.PATHS.all(invocation);
    List<Path> paths = new ArrayList<>();
    for (String path : given) {
      if (!path.equals(STANDARD_INPUT)) {
        try {
          paths.add(Path.of(path));
        } catch (InvalidPathException e) {
          throw missing(path);
        }
      }
    }
    return new LintInput(paths, given.contains(STANDARD_INPUT));
  }

  boolean namesNothing() {
    return paths.isEmpty() && !standardInput;
  }

  /** The files of a ref, or else those on disk; all of the folder where nothing is named. */
  FileFinder.Found files(Console console, Optional<LintRef> ref) {
    List<Path> wanted = namesNothing() ? List.of(Path.of("")) : paths;
    List<InputFile> files = new ArrayList<>();
    for (Path path : wanted) {
      if (ref.isEmpty() && !Files.exists(console.directory().resolve(path))) {
        throw missing(path.toString());
      }
    }
    if (standardInput) {
      files.add(standardInput(console));
    }
    FileFinder.Found found;
    try (Step step = console.activity().begin("reading", "files")) {
      found =
          ref.isPresent()
              ? ref.get().files(wanted, console.directory())
              : FileFinder.find(console.directory(), wanted, step);
      step.outcome("found: " + found.files().size());
    }
    files.addAll(found.files());
    return new FileFinder.Found(files, found.problems());
  }

  private static InputFile standardInput(Console console) {
    try {
      return new InputFile("<stdin>", console.in().readAllBytes(), true);
    } catch (IOException e) {
      throw UsageErrors.usage("standard input cannot be read", "");
    }
  }

  private static ProblemsException missing(String path) {
    return UsageErrors.usage(
        "there is no `" + TerminalText.clean(path) + "`",
        "paths begin where you stand; `-C DIR` goes elsewhere first");
  }
}
