package dev.mayfly.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;

/** Real Git, kept away from the developer's own configuration. */
public final class GitCommand {
  private static final boolean IS_INSTALLED = isInstalled();

  // Leaves the objects in the pack, for whose unpacking it would start another program.
  private static final String[] IMPORT = {
    "-c", "fastimport.unpackLimit=1", "fast-import", "--quiet", "--done", "--force"
  };

  private final Path directory;

  private GitCommand(Path directory) {
    this.directory = directory;
  }

  public static GitCommand in(Path directory) {
    return new GitCommand(directory);
  }

  /** What {@code git init} makes, once for all tests: a repository is files and folders. */
  private static final class Empty {
    static final List<String> FOLDERS = List.of("hooks", "info", "objects/pack", "refs/heads");
    static final Map<String, String> FILES = made();

    private static Map<String, String> made() {
      try {
        GitCommand git = new GitCommand(Files.createTempDirectory("git"));
        git.run("init", "--quiet", "--bare", "--initial-branch=main", "--template=");
        git.run("config", "uploadpack.allowFilter", "true");
        git.run("config", "http.receivepack", "true");
        Map<String, String> files = new TreeMap<>();
        for (String name : List.of("HEAD", "config")) {
          files.put(name, Files.readString(git.directory.resolve(name)));
        }
        return files;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A bare repository that serves everything, empty. */
  public static GitCommand bare(Path directory) {
    Assumptions.assumeTrue(IS_INSTALLED, "git is not installed");
    try {
      for (String folder : Empty.FOLDERS) {
        Files.createDirectories(directory.resolve(folder));
      }
      for (Map.Entry<String, String> file : Empty.FILES.entrySet()) {
        Files.writeString(directory.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new GitCommand(directory);
  }

  /** Adds a setting to a bare repository, as {@code git config} would. */
  public void set(String section, String key, String value) {
    try {
      Files.writeString(
          directory.resolve("config"),
          "[%s]\n\t%s = %s\n".formatted(section, key, value),
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isInstalled() {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public Path directory() {
    return directory;
  }

  public String run(String... arguments) {
    return feed("", arguments);
  }

  /** Runs with this standard input; standard output comes back without its last line end. */
  public String feed(String input, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      hermetic(builder.environment());
      Path errors = Files.createTempFile("git", ".err");
      Process process = builder.redirectError(errors.toFile()).start();
      process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = process.waitFor();
      String said = Files.readString(errors);
      Files.delete(errors);
      if (exit != 0) {
        throw new IllegalStateException(command + " in " + directory + ": " + said);
      }
      return output.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void hermetic(Map<String, String> environment) {
    environment.putAll(
        Map.of(
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_CONFIG_NOSYSTEM", "1",
            // What Git's own tests set: no test is about a machine that loses its power.
            "GIT_TEST_FSYNC", "false",
            "GIT_AUTHOR_NAME", "Test",
            "GIT_AUTHOR_EMAIL", "test@example.dev",
            "GIT_COMMITTER_NAME", "Test",
            "GIT_COMMITTER_EMAIL", "test@example.dev",
            "GIT_AUTHOR_DATE", "2026-01-01T00:00:00Z",
            "GIT_COMMITTER_DATE", "2026-01-01T00:00:00Z"));
  }

  /** Commits exactly these entries (path to text) on top of the branch; answers the commit id. */
  public String commit(String branch, Map<String, String> files) {
    return commit(branch, branch, files);
  }

  /** The same on top of another branch, where this one is not there yet. */
  public String commit(String branch, String base, Map<String, String> files) {
    String from = has(branch) ? branch : base;
    Optional<String> parent = has(from) ? Optional.of(tip(from)) : Optional.empty();
    return new FixtureCommit(parent, files).write(directory, branch);
  }

  /** A ref is a file, or a line of one where Git packed it. */
  public boolean has(String branch) {
    return Files.exists(ref(branch)) || branches().contains(branch);
  }

  private Path ref(String branch) {
    return directory.resolve("refs/heads").resolve(branch);
  }

  /** Puts one entry of any mode onto a branch. */
  public void entry(String branch, String mode, String path, String content) {
    String id =
        mode.equals("160000") ? "1".repeat(40) : feed(content, "hash-object", "-w", "--stdin");
    StringBuilder stream = new StringBuilder();
    stream.append("commit refs/heads/").append(branch).append('\n');
    stream.append("committer Test <test@example.dev> 1767225601 +0000\n");
    stream.append("data 1\nx\nfrom refs/heads/").append(branch).append("^0\n");
    stream.append("M ").append(mode).append(' ').append(id).append(' ').append(path).append('\n');
    feed(stream.append("done\n").toString(), IMPORT);
  }

  public void hook(String name, String script) {
    ExecutableScript.write(directory.resolve("hooks").resolve(name), "#!/bin/sh\n" + script + "\n");
  }

  public String tip(String branch) {
    try {
      return Files.readString(ref(branch)).strip();
    } catch (IOException packed) {
      return run("rev-parse", "refs/heads/" + branch);
    }
  }

  /** The short names of all, in their order. */
  public List<String> branches() {
    return CommittedFiles.branches(directory);
  }

  /** Every path at the tip. */
  public List<String> paths(String branch) {
    return new CommittedFiles(directory, branch).paths();
  }

  /** A file at a revision, without its last line end. */
  public String text(String revision, String path) {
    return new CommittedFiles(directory, revision).text(path).strip();
  }
}
