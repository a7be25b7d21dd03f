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

/** Which files {@code lint} judges. */
final class LintInput {
  private static final String STANDARD_INPUT = "-";

  private LintInput() {}

  static boolean hasPaths(Invocation invocation) {
    return !LintCommand.PATHS.all(invocation).isEmpty();
  }

  /** The folders and files that were named; standard input is none. */
  static List<Path> paths(Invocation invocation) {
    List<Path> paths = new ArrayList<>();
    for (String path : LintCommand.PATHS.all(invocation)) {
      if (!path.equals(STANDARD_INPUT)) {
        try {
          paths.add(Path.of(path));
        } catch (InvalidPathException e) {
          throw missing(TerminalText.clean(path));
        }
      }
    }
    return paths;
  }

  /** The files of a ref, or else those on disk. */
  static FileFinder.Found files(Invocation invocation, Optional<LintRef> ref) {
    Console console = invocation.console();
    List<String> given = LintCommand.PATHS.all(invocation);
    List<Path> paths = new ArrayList<>();
    List<InputFile> files = new ArrayList<>();
    for (String path : given.isEmpty() ? List.of("") : given) {
      if (path.equals(STANDARD_INPUT)) {
        files.add(standardInput(console));
      } else {
        paths.add(ref.isPresent() ? Path.of(path) : existing(path, console));
      }
    }
    FileFinder.Found found;
    try (Step step = console.activity().begin("reading", "files")) {
      found =
          ref.isPresent()
              ? ref.get().files(paths, console.directory())
              : FileFinder.find(console.directory(), paths, step);
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

  private static Path existing(String path, Console console) {
    try {
      Path resolved = Path.of(path);
      if (Files.exists(console.directory().resolve(resolved))) {
        return resolved;
      }
    } catch (InvalidPathException e) {
      // Cannot name a file, so there is none.
    }
    throw missing(TerminalText.clean(path));
  }

  private static ProblemsException missing(String path) {
    return UsageErrors.usage(
        "there is no `" + path + "`", "paths begin where you stand; `-C DIR` goes elsewhere first");
  }
}
