package dev.mayfly.forge;

import dev.mayfly.git.ExecutableScript;
import dev.mayfly.git.TiedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Gitea on a loopback port, with SQLite in a temporary folder, one for all test classes of
 * this JVM. Each test has an organization of its own.
 */
public final class GiteaServer {
  /** Of everybody. */
  static final String PASSWORD = "correct-horse-7";

  private static final int START_SECONDS = 60;
  private final Path program;
  private final Path folder;
  private final int port;

  /** The one server of this JVM; started by the first that asks. */
  private static final class Running {
    static final GiteaServer SERVER = start();

    private static GiteaServer start() {
      try {
        Path made = Path.of(System.getenv("MAYFLY_GITEA"));
        Path folder = Files.createTempDirectory("mayfly-gitea");
        GiteaServer server = new GiteaServer(made, folder, TiedProcess.freePort());
        server.run();
        return server;
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private GiteaServer(Path made, Path folder, int port) {
    this.program = made.resolve("gitea");
    this.folder = folder;
    this.port = port;
  }

  /** The server; skips the test where the program is missing. */
  public static GiteaServer running() {
    Assumptions.assumeTrue(
        System.getenv("MAYFLY_GITEA") != null,
        "MAYFLY_GITEA names no folder with Gitea; cli/packaging/test-gitea.sh builds one");
    return Running.SERVER;
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The server's API as this user sees it. */
  public GiteaUser user(String name) {
    return new GiteaUser(url(), name);
  }

  /** An administrator of the whole server. */
  public GiteaUser root() {
    return user("root");
  }

  /** The branches that a repository has on the disk, without asking the server. */
  public Set<String> branches(String repository) {
    Path heads = folder.resolve("data/gitea-repositories/" + repository + ".git/refs/heads");
    try (Stream<Path> refs = Files.walk(heads)) {
      return refs.filter(Files::isRegularFile)
          .map(ref -> heads.relativize(ref).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("app.ini"), settings(program.getParent()));
    // Nothing refuses what the fixtures push, who are everybody but the bot.
    hook("pre-receive", "test \"$GITEA_PUSHER_NAME\" = bot || exit 0");
    hook("post-receive", "");
    once("migrate");
    once(
        ("admin user create --admin --username root --password %s --email root@example.dev"
                + " --must-change-password=false")
            .formatted(PASSWORD));
    Path config = folder.resolve("app.ini");
    Process server =
        TiedProcess.start(
            folder,
            program,
            Arrays.asList("web", "--config", config.toString(), "--work-path", folder.toString()));
    for (int wait = 0; !root().answers(); wait++) {
      if (wait > START_SECONDS * 20 || !server.isAlive()) {
        throw new IllegalStateException(Files.readString(folder.resolve("gitea.log")));
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    for (String name : new String[] {"bot", "mara", "jo"}) {
      root()
          .made(
              "/admin/users",
              Map.of(
                  "username",
                  name,
                  "email",
                  name + "@example.dev",
                  "password",
                  PASSWORD,
                  "must_change_password",
                  false));
    }
  }

  /**
   * Gitea's own hook, without the shells around it, without the hook for each ref, which only
   * guards the refs of pull requests, and not where Gitea itself pushes, which the program lets
   * pass at once: each of them starts the whole program.
   */
  private void hook(String name, String first) {
    ExecutableScript.write(
        folder.resolve("hooks").resolve(name),
        """
        #!/bin/sh
        test "$GITEA_INTERNAL_PUSH" != true || exit 0
        %s
        exec '%s' hook --config='%s/app.ini' %s
        """
            .formatted(first, program, folder, name));
  }

  private void once(String words) throws IOException, InterruptedException {
    String[] command = (program + " " + words + " --config " + folder + "/app.ini").split(" ");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("setup.log").toFile())
            .start();
    if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroy();
      throw new IllegalStateException(Files.readString(folder.resolve("setup.log")));
    }
  }

  private String settings(Path made) {
    return """
    WORK_PATH = %1$s
    RUN_MODE = prod
    RUN_USER = %2$s
    I_AM_BEING_UNSAFE_RUNNING_AS_ROOT = true
    [server]
    HTTP_ADDR = 127.0.0.1
    HTTP_PORT = %3$d
    ROOT_URL = http://127.0.0.1:%3$d/
    STATIC_ROOT_PATH = %4$s
    DISABLE_SSH = true
    OFFLINE_MODE = true
    [database]
    DB_TYPE = sqlite3
    PATH = %1$s/gitea.db
    SQLITE_JOURNAL_MODE = WAL
    [security]
    INSTALL_LOCK = true
    SECRET_KEY = %5$s
    PASSWORD_HASH_ALGO = pbkdf2$100$50
    PASSWORD_COMPLEXITY = off
    [indexer]
    ISSUE_INDEXER_TYPE = db
    [actions]
    ENABLED = false
    [log]
    LEVEL = Warn
    MODE = console
    [git.config]
    core.hooksPath = %1$s/hooks
    receive.autoGC = false
    gc.auto = 0
    """
        .formatted(folder, System.getProperty("user.name"), port, made, UUID.randomUUID());
  }
}
