package dev.mayfly.command;

import dev.mayfly.command.composition.GitRoot;
import dev.mayfly.command.composition.Governing;
import dev.mayfly.command.composition.PlatformPlace;
import dev.mayfly.command.composition.Platforms;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.option.GlobalOptions;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.LintOptions;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.command.option.ValueOption;
import dev.mayfly.git.LocalRepository;
import dev.mayfly.git.OriginUrl;
import dev.mayfly.git.Snapshot;
import dev.mayfly.lint.Checkout;
import dev.mayfly.lint.FileFinder;
import dev.mayfly.report.TerminalText;
import dev.mayfly.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that a run of {@code lint} judges, and the platform that governs them.
 *
 * @param base what the names of files are relative to
 * @param own what the tree's own platform says, where another one judges the tree
 * @param checkout what Git says of the files
 * @param folder the platform's, as it begins the names of files; empty when files or folders were
 *     named, since a part of a repository says nothing about its rendering
 */
record LintTree(
    Path base,
    FileFinder.Found files,
    Governing governing,
    Optional<Governing> own,
    Checkout checkout,
    Optional<String> folder) {
  /**
   * Finds the platform first: without a PATH, all that lies in its folder is judged.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException when there is no such file or ref, or a
   *     platform outside the linted tree is wrong
   */
  static LintTree read(Invocation invocation) {
    boolean refs =
        LintOptions.REF.isGivenIn(invocation) || LintOptions.POLICY_REF.isGivenIn(invocation);
    // Loading Git takes as long as judging hundreds of files.
    Optional<LocalRepository> repository =
        refs ? LocalRepository.around(invocation.console().directory()) : Optional.empty();
    try {
      return read(invocation, repository);
    } finally {
      repository.ifPresent(LocalRepository::close);
    }
  }

  private static LintTree read(Invocation invocation, Optional<LocalRepository> repository) {
    LintInput input = LintInput.of(invocation);
    Optional<Snapshot> tree = at(LintOptions.REF, invocation, repository);
    Optional<PlatformPlace> own = place(input, invocation, repository, tree);
    Optional<Snapshot> admins = at(LintOptions.POLICY_REF, invocation, repository);
    Optional<PlatformPlace> policy =
        admins.isPresent() ? place(input, invocation, repository, admins) : Optional.empty();
    if (admins.isPresent() && policy.isEmpty()) {
      throw UsageErrors.usage("there is no `mayfly.yaml` at the policy ref", "");
    }
    boolean whole = input.namesNothing() && own.isPresent();
    Path here = invocation.console().directory().toAbsolutePath().normalize();
    Path start = whole ? own.orElseThrow().folder() : here;
    FileFinder.Found files =
        input.files(
            invocation.console().in(start),
            tree.map(it -> new LintRef(it, repository.orElseThrow())));
    Path base = tree.isPresent() ? root(repository, here) : start;
    String folder = base.relativize(own.map(PlatformPlace::folder).orElse(base)).toString();
    Governing governing = Governing.NONE;
    if (policy.isPresent()) {
      governing = Governing.load(policy.get());
    } else if (own.isPresent()) {
      Path file = own.get().file().toAbsolutePath().normalize();
      governing =
          files.files().stream().anyMatch(it -> base.resolve(it.path()).normalize().equals(file))
              ? Governing.loadJudged(own.get(), base.relativize(file).toString())
              : Governing.load(own.get());
    }
    Optional<Governing> judged =
        whole && policy.isPresent()
            ? own.map(it -> Governing.loadJudged(it, ""))
            : Optional.empty();
    Optional<String> prefix = Optional.of(folder.isEmpty() ? "" : folder.replace('\\', '/') + "/");
    return new LintTree(
        base, files, governing, judged, checkout(input, base), whole ? prefix : Optional.empty());
  }

  /** Files that somebody named, and a folder below the top, are a part of a repository. */
  private static Checkout checkout(LintInput input, Path base) {
    boolean all =
        input.namesNothing()
            || input.paths().stream().anyMatch(it -> base.resolve(it).normalize().equals(base));
    Optional<Path> top = GitRoot.around(base);
    return all && top.orElse(base).equals(base)
        ? new Checkout(true, top.flatMap(OriginUrl::of))
        : Checkout.PART;
  }

  /** What an option names in the repository around here, where it is given. */
  private static Optional<Snapshot> at(
      ValueOption<String> option, Invocation invocation, Optional<LocalRepository> repository) {
    return option
        .in(invocation)
        .map(ref ->
            repository
                .orElseThrow(() -> UsageErrors.usage("no Git repository is here", ""))
                .at(ref)
                .orElseThrow(() ->
                    UsageErrors.usage("there is no ref `" + TerminalText.clean(ref) + "`", "")));
  }

  /** The platform that governs every path given, or else the folder where the user stands. */
  private static Optional<PlatformPlace> place(
      LintInput input,
      Invocation invocation,
      Optional<LocalRepository> repository,
      Optional<Snapshot> snapshot) {
    Console console = invocation.console();
    Path here = console.directory().toAbsolutePath().normalize();
    if (GlobalOptions.CONFIG.isGivenIn(invocation) && snapshot.isEmpty()) {
      Workspace named = Platforms.workspace(invocation);
      return Optional.of(new PlatformPlace.OnDisk(named, console));
    }
    Map<Path, PlatformPlace> found = new LinkedHashMap<>();
    for (Path start : starts(input.paths(), here)) {
      around(start, snapshot, repository, console).ifPresent(it -> found.put(it.folder(), it));
    }
    if (found.size() > 1) {
      throw UsageErrors.usage(
          "the paths belong to different platforms", "lint them one by one, or name `--config`");
    }
    return found.values().stream()
        .findFirst()
        .or(() -> around(here, snapshot, repository, console));
  }

  private static Optional<PlatformPlace> around(
      Path start, Optional<Snapshot> snapshot, Optional<LocalRepository> repository, Console at) {
    return snapshot.isPresent()
        ? PlatformPlace.AtCommit.around(start, root(repository, start), snapshot.get())
        : PlatformPlace.OnDisk.around(start, at);
  }

  private static List<Path> starts(List<Path> paths, Path here) {
    List<Path> starts = new ArrayList<>();
    for (Path path : paths) {
      Path start = here.resolve(path).normalize();
      starts.add(
          Files.isRegularFile(start) ? Optional.ofNullable(start.getParent()).orElse(here) : start);
    }
    return starts.isEmpty() ? List.of(here) : starts;
  }

  private static Path root(Optional<LocalRepository> repository, Path otherwise) {
    return repository.map(LocalRepository::root).orElse(otherwise);
  }
}
