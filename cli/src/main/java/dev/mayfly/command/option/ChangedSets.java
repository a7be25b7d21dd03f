package dev.mayfly.command.option;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.Reports;
import dev.mayfly.diagnostic.Counted;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.git.ChangedPaths;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreePath;
import dev.mayfly.lint.FileFinder;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.report.TerminalText;
import dev.mayfly.yaml.Budget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of a folder that hold ApplicationSets, or held some, and changed since a commit.
 *
 * @param files by path from the folder
 * @param leftOut which of them are no manifests, such as a chart's templates
 * @param all how many files changed, whatever they hold
 */
public record ChangedSets(List<String> files, List<Problem> leftOut, int all) {
  /**
   * What the command line names, or else what changed since {@code --base}.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (configuration) where neither is given
   */
  public static List<String> orNamed(PositionalArgument files, Invocation invocation) {
    Console console = invocation.console();
    String ref = BaseOptions.BASE.in(invocation).orElse("");
    if (!files.all(invocation).isEmpty() || ref.isEmpty()) {
      return files.required(invocation);
    }
    ChangedSets changed = since(ref, console.directory());
    Reports.problems(changed.leftOut, console);
    if (changed.files.isEmpty()) {
      String all = Counted.of(changed.all, "file");
      String since = " that changed since `" + TerminalText.clean(ref) + "`";
      console.err().println("no ApplicationSet in the " + all + since);
    }
    return changed.files;
  }

  /**
   * Compares what is committed.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (configuration) where the history does not say
   */
  private static ChangedSets since(String ref, Path directory) {
    List<String> files = new ArrayList<>();
    List<Problem> leftOut = new ArrayList<>();
    try (LocalRefs refs = LocalRefs.around(directory)) {
      Snapshot then = refs.at(ref);
      if (!(refs.changedSince(ref) instanceof ChangedPaths.Known known)) {
        throw UsageErrors.usage(
            "which files changed since `" + TerminalText.clean(ref) + "` cannot be told",
            "name the files, or fetch the whole history");
      }
      String folder = refs.folder().isRoot() ? "" : refs.folder() + "/";
      for (String path : known.paths()) {
        if (path.startsWith(folder) && FileFinder.isCandidate(RelativePath.name(path))) {
          String name = path.substring(folder.length());
          List<byte[]> versions = new ArrayList<>();
          TreePath.parse(path).flatMap(it -> at(then, it)).ifPresent(versions::add);
          onDisk(directory.resolve(name)).ifPresent(versions::add);
          if (versions.stream().anyMatch(ChangedSets::namesASet)) {
            if (versions.stream()
                .allMatch(it -> ArgoManifests.read(name, it).problems().isEmpty())) {
              files.add(name);
            } else {
              leftOut.add(leftOut(name));
            }
          }
        }
      }
      return new ChangedSets(files, leftOut, known.paths().size());
    }
  }

  private static boolean namesASet(byte[] bytes) {
    return new String(bytes, ISO_8859_1).contains("ApplicationSet");
  }

  private static Problem leftOut(String name) {
    return new Problem(
        "left-alone",
        Severity.NOTE,
        Location.ofFile(name),
        "the file names an ApplicationSet and is not YAML that can be read, so it is left out",
        "`mayfly lint` says why; of a chart, give what `helm template` prints");
  }

  /** What is no file there, or is larger than anything that is read, holds no set. */
  private static Optional<byte[]> at(Snapshot then, TreePath path) {
    try {
      return then.read(path, Budget.LINT.bytes());
    } catch (ProblemsException e) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> onDisk(Path file) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
              && Files.size(file) <= Budget.LINT.bytes()
          ? Optional.of(Files.readAllBytes(file))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
