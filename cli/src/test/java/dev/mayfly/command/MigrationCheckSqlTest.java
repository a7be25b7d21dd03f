package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What the rendered migration check does, on a real PostgreSQL. */
class MigrationCheckSqlTest {
  private static final String GONE = "migrations that were applied are gone";
  private static final String BEHIND = "migrations were applied behind newer ones";
  private static final String OLDER = "the database is at an older migration than it was";

  private static LocalPostgres postgres;

  @TempDir Path temp;
  private String database = "";

  @BeforeAll
  static void start() throws IOException {
    postgres = LocalPostgres.start();
    postgres.sql("postgres", "create role monolith login");
  }

  @AfterAll
  static void stop() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }

  @BeforeEach
  void makeDatabase(TestInfo test) {
    database = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
    postgres.sql("postgres", "create database " + database + " owner monolith");
  }

  @Test
  void migrationsGoForwardOnly() {
    String check = check("clone", "{table: atlas.revisions}");
    assertThat(check(check).err())
        .contains("there is no migration history \"atlas\".\"revisions\"");
    sql("create schema atlas; create table atlas.revisions (version text)");
    sql(
        "insert into atlas.revisions values ('.atlas_cloud_identifier'), ('20240101'), ('20240201')");
    assertThat(check(check).code()).isZero();
    assertThat(check(check).code()).isZero();
    sql("insert into atlas.revisions values ('20240301')");
    assertThat(check(check).code()).isZero();
    sql("insert into atlas.revisions values ('20240115')");
    assertThat(check(check).err()).contains(BEHIND + ": 20240115");
    sql("delete from atlas.revisions where version in ('20240115', '20240301')");
    assertThat(check(check).err()).contains(GONE + ": 20240301");
    sql("insert into atlas.revisions values ('20240301')");
    assertThat(check(check).code()).isZero();
  }

  @Test
  void toolsThatKeepTheLatestAloneGoForwardOnly() {
    String check = check("clone", "{table: schema_migrations, order: number, keeps: latest}");
    sql(
        "create table schema_migrations (version bigint); insert into schema_migrations values (9)");
    assertThat(check(check).code()).isZero();
    sql("update schema_migrations set version = 10");
    assertThat(check(check).code()).isZero();
    sql("update schema_migrations set version = 9");
    assertThat(check(check).err()).contains(OLDER);
    sql("delete from schema_migrations");
    assertThat(check(check).err()).contains(OLDER);
  }

  @Test
  void anEmptyDatabaseStaysCleanForItsTool() {
    String check = check("ephemeral", "{table: history}");
    assertThat(check(check).code()).isZero();
    sql(
        "do $$ begin assert not exists (select from pg_namespace where nspname = 'mayfly'); end $$");
    sql("create table history (version text); insert into history values ('1')");
    assertThat(check(check).code()).isZero();
    sql("delete from history");
    assertThat(check(check).err()).contains(GONE + ": 1");
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

  private LocalPostgres.Ran check(String statement) {
    return postgres.psql("monolith", database, statement);
  }

  private void sql(String statement) {
    assertThat(check(statement).err()).isEmpty();
  }
}
