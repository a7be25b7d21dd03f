package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rendered migration check does, on a real PostgreSQL. */
class MigrationCheckSqlTest {
  private static final String GONE = "migrations that were applied are gone";
  private static final String BEHIND = "migrations were applied behind newer ones";
  private static final String OLDER = "the database is at an older migration than it was";

  @TempDir Path temp;
  private Path home = Path.of("");
  private List<String> user = List.of();

  private record Ran(int code, String err) {}

  @BeforeEach
  void start() throws IOException {
    Assumptions.assumeTrue(binary("initdb") != null, "needs PostgreSQL's server programs");
    home = Files.createTempDirectory("pg");
    if (System.getProperty("user.name").equals("root")) {
      // PostgreSQL refuses to serve as root; its own user is there where it was installed.
      user = LocalPostgres.AS_POSTGRES;
      Assumptions.assumeTrue(
          run(List.of("chown", "postgres", home.toString())).code == 0, "needs user postgres");
    }
    String data = home.resolve("data").toString();
    server("initdb", "-D", data, "-A", "trust", "-U", "postgres");
    String options = "-k " + home + " -c listen_addresses= -c fsync=off";
    server(
        "pg_ctl", "-D", data, "-o", options, "-l", home.resolve("log").toString(), "-w", "start");
    sql(
        "postgres",
        "postgres",
        "create role monolith login; create database monolith owner monolith");
  }

  @AfterEach
  void stop() throws IOException {
    if (Files.isDirectory(home.resolve("data"))) {
      server("pg_ctl", "-D", home.resolve("data").toString(), "-m", "immediate", "stop");
      try (Stream<Path> files = Files.walk(home)) {
        files.sorted((one, other) -> other.compareTo(one)).forEach(file -> file.toFile().delete());
      }
    }
  }

  @Test
  void migrationsGoForwardOnly() {
    String check = check("clone", "{table: atlas.revisions}");
    assertThat(check(check).err).contains("there is no migration history \"atlas\".\"revisions\"");
    sql("create schema atlas; create table atlas.revisions (version text)");
    sql(
        "insert into atlas.revisions values ('.atlas_cloud_identifier'), ('20240101'), ('20240201')");
    assertThat(check(check).code).isZero();
    assertThat(check(check).code).isZero();
    sql("insert into atlas.revisions values ('20240301')");
    assertThat(check(check).code).isZero();
    sql("insert into atlas.revisions values ('20240115')");
    assertThat(check(check).err).contains(BEHIND + ": 20240115");
    sql("delete from atlas.revisions where version in ('20240115', '20240301')");
    assertThat(check(check).err).contains(GONE + ": 20240301");
    sql("insert into atlas.revisions values ('20240301')");
    assertThat(check(check).code).isZero();
  }

  @Test
  void toolsThatKeepTheLatestAloneGoForwardOnly() {
    String check = check("clone", "{table: schema_migrations, order: number, keeps: latest}");
    sql(
        "create table schema_migrations (version bigint); insert into schema_migrations values (9)");
    assertThat(check(check).code).isZero();
    sql("update schema_migrations set version = 10");
    assertThat(check(check).code).isZero();
    sql("update schema_migrations set version = 9");
    assertThat(check(check).err).contains(OLDER);
    sql("delete from schema_migrations");
    assertThat(check(check).err).contains(OLDER);
  }

  @Test
  void anEmptyDatabaseStaysCleanForItsTool() {
    String check = check("ephemeral", "{table: history}");
    assertThat(check(check).code).isZero();
    sql(
        "do $$ begin assert not exists (select from pg_namespace where nspname = 'mayfly'); end $$");
    sql("create table history (version text); insert into history values ('1')");
    assertThat(check(check).code).isZero();
    sql("delete from history");
    assertThat(check(check).err).contains(GONE + ": 1");
  }

  /** The statement as the Job has it. */
  private String check(String mode, String check) {
    Scenario scenario =
        Scenario.of("monolith-overlay", temp.resolve(mode + check.length()))
            .edit(
                "        mode: clone\n",
                "        mode: clone\n        migrationCheck: " + check + "\n");
    if (mode.equals("ephemeral")) {
      scenario
          .edit("mode: clone", "mode: ephemeral")
          .edit("        source: monolith-pg\n        sourceNamespace: monolith\n", "")
          .edit("        credentials: {store: preview-db, kind: ClusterSecretStore}\n", "")
          .edit("        snapshot: {from: on-demand, class: longhorn-snap}\n", "")
          .edit("        disableRoles: [metrics]\n", "");
    }
    scenario.rendered(
        "render",
        "preview",
        "--pr",
        "7",
        "--sha",
        "0".repeat(40),
        "--image",
        "app@sha256:" + "0".repeat(64));
    String file = "out/previews/monolith/pr-7/migrations-after.yaml";
    Node job =
        new YamlReader(Budget.ADMIN)
            .read(file, scenario.read(file).getBytes(StandardCharsets.UTF_8))
            .single(Fault.RENDERING);
    Node container =
        ((ListNode) job.at("spec", "template", "spec", "containers")).items().getFirst();
    Node last = ((ListNode) container.at("env")).items().getLast();
    assertThat(last.textAt("name")).isEqualTo("CHECK");
    // Kubernetes puts the variable into the command; of two dollars there it would make one.
    assertThat(last.textAt("value")).doesNotContain("$$").doesNotContain("$(");
    return last.textAt("value");
  }

  private Ran check(String statement) {
    return run(psql("monolith", "monolith", "--command=" + statement));
  }

  private void sql(String statement) {
    sql("monolith", "monolith", statement);
  }

  private void sql(String role, String database, String statement) {
    // One at a time: a database is not created within a transaction.
    for (String one :
        statement.contains("$$") ? List.of(statement) : List.of(statement.split("; "))) {
      assertThat(run(psql(role, database, "--command=" + one)).err).isEmpty();
    }
  }

  private List<String> psql(String role, String database, String command) {
    return List.of(
        "psql",
        "--no-psqlrc",
        "--quiet",
        "--set=ON_ERROR_STOP=1",
        "--host=" + home,
        "--username=" + role,
        "--dbname=" + database,
        command);
  }

  private void server(String program, String... arguments) {
    List<String> command = new ArrayList<>(user);
    command.add(String.valueOf(binary(program)));
    command.addAll(List.of(arguments));
    assertThat(run(command).code).as(String.join(" ", command)).isZero();
  }

  /** On PATH, or where Debian keeps the server's programs. */
  private static Path binary(String program) {
    try (Stream<Path> versions =
        Files.isDirectory(Path.of("/usr/lib/postgresql"))
            ? Files.list(Path.of("/usr/lib/postgresql"))
            : Stream.empty()) {
      Stream<Path> path =
          Stream.of(System.getenv().getOrDefault("PATH", "").split(":")).map(Path::of);
      return Stream.concat(path, versions.map(version -> version.resolve("bin")).sorted())
          .map(folder -> folder.resolve(program))
          .filter(Files::isExecutable)
          .findFirst()
          .orElse(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Ran run(List<String> command) {
    try {
      Path err = temp.resolve("err");
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(err.toFile())
              .start();
      process.getOutputStream().close();
      int code = process.waitFor();
      return new Ran(code, Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
