package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example's Job makes a database, and its sweep drops those of previews that are gone. */
class DatabaseSweepTest {
  private static final Path RENDERED =
      Path.of("golden/shapes/database-by-job/previews/web/pr-128/extra-database.yaml");
  private static final Path SWEEP = Path.of("examples/shapes/database-by-job/cluster/sweep.yaml");

  @TempDir Path lists;
  private static LocalPostgres postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = LocalPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }

  @AfterEach
  void dropAll() {
    postgres.databases().stream()
        .filter(name -> name.startsWith("web") || name.equals("other"))
        .forEach(name -> postgres.sql("postgres", "drop database " + name));
  }

  @Test
  void theJobMakesWhatIsNotThere() throws IOException {
    String job = script(document(RENDERED, 0).at("spec", "template", "spec"), "containers", 0);
    assertThat(postgres.shell(job).code()).isZero();
    postgres.sql("web_pr_128", "create table kept (id int)");
    assertThat(postgres.shell(job).code()).isZero();
    postgres.sql("web_pr_128", "select from kept");
  }

  @Test
  void theSweepDropsWhatNobodyUses() throws IOException {
    for (String name : new String[] {"web_pr_7", "web_pr_70", "web_pr_8", "web_pr_x", "other"}) {
      postgres.sql("postgres", "create database " + name);
    }
    assertThat(postgres.shell(sweep("initContainers", 0)).code()).isZero();
    Files.writeString(
        lists.resolve("previews"),
        "application.argoproj.io/web-pr-7\napplication.argoproj.io/other-pr-8\n");
    LocalPostgres.Ran ran = postgres.shell(sweep("containers", 0));
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(postgres.databases()).contains("web_pr_7", "web_pr_x", "other");
    assertThat(postgres.databases()).doesNotContain("web_pr_70", "web_pr_8");
  }

  @Test
  void whatCannotBeListedDropsNothing() throws IOException {
    postgres.sql("postgres", "create database web_pr_7");
    assertThat(postgres.shell(sweep("initContainers", 0)).code()).isZero();
    // No kubectl, no server, no rights: the list is not there, and the pod goes no further.
    assertThat(postgres.shell("PATH=/nowhere; " + sweep("initContainers", 1)).code()).isNotZero();
    assertThat(postgres.databases()).contains("web_pr_7");
  }

  /** As the pod has it, with the volume at another place. */
  private String sweep(String containers, int index) throws IOException {
    Node pod = document(SWEEP, 3).at("spec", "jobTemplate", "spec", "template", "spec");
    return script(pod, containers, index).replace("/lists/", lists + "/");
  }

  private static String script(Node pod, String containers, int index) {
    Node container = ((ListNode) pod.at(containers)).items().get(index);
    assertThat(((ListNode) container.at("command")).items()).hasSize(2);
    String script =
        ((dev.mayfly.yaml.ScalarNode) ((ListNode) container.at("args")).items().getFirst()).text();
    // Kubernetes would put a variable in place of these.
    assertThat(script).doesNotContain("$(").doesNotContain("$$");
    return script;
  }

  private static Node document(Path file, int index) throws IOException {
    return new YamlReader(Budget.ADMIN)
        .read(file.toString(), Files.readAllBytes(file))
        .documents()
        .get(index);
  }
}
