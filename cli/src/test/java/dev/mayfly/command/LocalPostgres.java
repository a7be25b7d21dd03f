package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL of this machine that is there for one test class. */
final class LocalPostgres implements AutoCloseable {
  /** Whoever is root hands the server over; on many PATHs its folder is missing. */
  private static final List<String> AS_POSTGRES =
      List.of("/usr/sbin/runuser", "-u", "postgres", "--");

  private final Path home;
  private final List<String> user;

  /** How a program ended. */
  record Ran(int code, String out, String err) {}

  private LocalPostgres(Path home, List<String> user) {
    this.home = home;
    this.user = user;
  }

  /** Starts it; a test that finds no server programs is skipped. */
  static LocalPostgres start() throws IOException {
    Assumptions.assumeTrue(binary("initdb") != null, "needs PostgreSQL's server programs");
    Path home = Files.createTempDirectory("pg");
    LocalPostgres postgres = new LocalPostgres(home, List.of());
    if (System.getProperty("user.name").equals("root")) {
      // PostgreSQL refuses to serve as root; its own user is there where it was installed.
      Assumptions.assumeTrue(
          postgres.run(List.of("chown", "postgres", home.toString())).code == 0,
          "needs user postgres");
      postgres = new LocalPostgres(home, AS_POSTGRES);
    }
    String data = home.resolve("data").toString();
    postgres.server("initdb", "-D", data, "-A", "trust", "-U", "postgres");
    String options = "-k " + home + " -c listen_addresses= -c fsync=off";
    String log = home.resolve("log").toString();
    postgres.server("pg_ctl", "-D", data, "-o", options, "-l", log, "-w", "start");
    return postgres;
  }

  /** What a container's shell runs, with the server's variables. */
  Ran shell(String script) {
    return run(List.of("sh", "-ec", script));
  }

  /** Runs what has to succeed without a word, as who may do everything. */
  void sql(String database, String statement) {
    assertThat(psql("postgres", database, statement).err).isEmpty();
  }

  Ran psql(String role, String database, String statement) {
    return run(
        List.of(
            "psql",
            "--no-psqlrc",
            "--quiet",
            "--set=ON_ERROR_STOP=1",
            "--username=" + role,
            "--dbname=" + database,
            "--command=" + statement));
  }

  List<String> databases() {
    return run(List.of("psql", "--no-psqlrc", "-Atc", "select datname from pg_database"))
        .out
        .lines()
        .toList();
  }

  private void server(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(user);
    command.add(String.valueOf(binary(program)));
    command.addAll(List.of(arguments));
    assertThat(run(command).code).as(String.join(" ", command)).isZero();
  }

  /** On PATH, or where Debian keeps the server's programs. */
  private static @Nullable Path binary(String program) throws IOException {
    try (Stream<Path> versions =
        Files.isDirectory(Path.of("/usr/lib/postgresql"))
            ? Files.list(Path.of("/usr/lib/postgresql"))
            : Stream.empty()) {
      return Stream.concat(
              versions.map(version -> version.resolve("bin")),
              Stream.of(System.getenv("PATH").split(":")).map(Path::of))
          .map(folder -> folder.resolve(program))
          .filter(Files::isExecutable)
          .findFirst()
          .orElse(null);
    }
  }

  private Ran run(List<String> command) {
    try {
      Path out = Files.createTempFile("pg", ".out");
      Path err = Files.createTempFile("pg", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().put("PGHOST", home.toString());
      builder.environment().put("PGUSER", "postgres");
      builder.environment().put("PGDATABASE", "postgres");
      Process process = builder.start();
      process.getOutputStream().close();
      int code = process.waitFor();
      Ran ran =
          new Ran(
              code,
              Files.readString(out, StandardCharsets.UTF_8),
              Files.readString(err, StandardCharsets.UTF_8));
      Files.delete(out);
      Files.delete(err);
      return ran;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server("pg_ctl", "-D", home.resolve("data").toString(), "-m", "immediate", "stop");
    try (Stream<Path> files = Files.walk(home)) {
      files.sorted((one, other) -> other.compareTo(one)).forEach(file -> file.toFile().delete());
    }
  }
}
