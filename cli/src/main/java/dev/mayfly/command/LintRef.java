package dev.mayfly.command;

import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.git.EntryKind;
import dev.mayfly.git.LocalRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreeEntry;
import dev.mayfly.git.TreePath;
import dev.mayfly.lint.FileFinder;
import dev.mayfly.lint.InputFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of a Git ref, read without a checkout. Links and submodules get a note. */
final class LintRef {
  private static final int LARGEST = 16 << 20;

  private final Snapshot snapshot;
  private final LocalRepository repository;
  private final List<InputFile> files = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  LintRef(Snapshot snapshot, LocalRepository repository) {
    this.snapshot = snapshot;
    this.repository = repository;
  }

  /** The paths are read from where the user stands, as without a ref. */
  FileFinder.Found files(List<Path> paths, Path directory) {
    for (Path path : paths) {
      add(
          repository
              .pathOf(directory.resolve(path))
              .orElseThrow(
                  () -> UsageErrors.usage("`" + path + "` is outside the repository", "")));
    }
    return new FileFinder.Found(files, problems);
  }

  private void add(TreePath path) {
    if (path.isRoot()) {
      walk(path);
      return;
    }
    Optional<TreeEntry> entry = snapshot.find(path);
    if (entry.isEmpty()) {
      throw UsageErrors.usage("there is no `" + path + "` at this ref", "");
    }
    if (entry.get().kind() == EntryKind.FILE) {
      read(path, true);
    } else {
      one(path, entry.get());
    }
  }

  private void walk(TreePath directory) {
    for (TreeEntry entry : snapshot.list(directory)) {
      Optional<TreePath> path =
          TreePath.parse((directory.isRoot() ? "" : directory + "/") + entry.name());
      path.ifPresent(it -> one(it, entry));
    }
  }

  private void one(TreePath path, TreeEntry entry) {
    switch (entry.kind()) {
      case DIRECTORY -> walk(path);
      case FILE -> {
        if (FileFinder.isCandidate(path.name())) {
          read(path, false);
        }
      }
      case SYMLINK ->
          note(path, "the link is not followed", "give its target as a path of its own");
      case SUBMODULE -> note(path, "the submodule is not read", "lint its repository");
      case UNKNOWN -> note(path, "this is not a file that Git knows and is not read", "");
    }
  }

  private void note(TreePath path, String message, String hint) {
    Location at = Location.ofFile(path.toString());
    problems.add(new Problem("link", Severity.NOTE, at, message, hint));
  }

  private void read(TreePath path, boolean named) {
    try {
      snapshot
          .read(path, LARGEST)
          .ifPresent(bytes -> files.add(new InputFile(path.toString(), bytes, named)));
    } catch (ProblemsException e) {
      problems.add(
          Problem.error(
              "unreadable-file", Location.ofFile(path.toString()), "the file cannot be read"));
    }
  }
}
