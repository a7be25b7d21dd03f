package dev.mayfly.command;

import dev.mayfly.command.console.ProgramVersion;
import dev.mayfly.git.GitCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Mayfly as a CI finds it: a repository with a tag, and the release that was made of it on a local
 * server. The program in both is this one; only that of the repository says that it was built.
 */
final class CiRelease implements AutoCloseable {
  static final String BUILT = "built from source";
  static final String VERSION = ProgramVersion.text();

  /** Made once, for all tests to copy. */
  private static final class Made {
    static final Path HOME = folder();
    static final GitCommand SOURCE = source(HOME.resolve("mayfly.git"));
    static final Map<String, byte[]> FILES = published(HOME, SOURCE.tip("main"));

    private static Path folder() {
      try {
        return Files.createTempDirectory("release");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  final ReleaseServer server = new ReleaseServer();
  final GitCommand source;
  private final Path temp;

  CiRelease(Path temp) {
    this.temp = temp;
    source =
        GitCommand.in(Examples.copyTree(Made.SOURCE.directory(), temp.resolve("acme/mayfly.git")));
    server.files.putAll(Made.FILES);
  }

  private static GitCommand source(Path folder) {
    GitCommand source = GitCommand.bare(folder);
    String pom = "<project>\n  <version>" + VERSION + "</version>\n</project>\n";
    Map<String, String> files = new TreeMap<>(Map.of("pom.xml", pom));
    for (String script : List.of("ci.sh", "install.sh")) {
      try {
        String name = "cli/packaging/" + script;
        files.put(name, Files.readString(Path.of(name)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    source.commit("main", files);
    source.entry("main", "100755", "mayfly", launcher("echo '" + BUILT + "' >&2\n"));
    source.run("tag", "v" + VERSION, "main");
    return source;
  }

  /** A release that says to be of this commit. */
  void publish(String commit) {
    server.files.putAll(published(temp.resolve("published"), commit));
  }

  private static Map<String, byte[]> published(Path folder, String commit) {
    String says =
        "case \"$1\" in --version) echo 'mayfly %s (%s, 2026-11-22)'; exit ;; esac\n"
            .formatted(VERSION, commit.substring(0, 12));
    try (ReleaseServer server = new ReleaseServer()) {
      server.publish(folder, VERSION, launcher(says));
      return server.files;
    }
  }

  /** What tells a job where both are; the runner of Actions says the server by itself. */
  Map<String, String> variables() {
    return Map.of(
        "INSTALL_MAYFLY_FROM",
        server.url(),
        "INSTALL_MAYFLY_SOURCE",
        "file://" + source.directory(),
        "GITHUB_SERVER_URL",
        server.host(),
        "RUNNER_TEMP",
        temp.resolve("job").toString(),
        "RUNNER_TOOL_CACHE",
        temp.resolve("tools").toString());
  }

  private static String launcher(String first) {
    return "#!/bin/sh\n%s%sexec %s \"$@\"\n"
        .formatted(first, ProgramServer.CLIENT, ProgramProcess.line());
  }

  @Override
  public void close() {
    server.close();
  }
}
