package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.git.GitCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A review that names no file: whichever ApplicationSets changed since the base are compared. */
class SimulateChangedTest {
  private static final String SET =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: ApplicationSet
      metadata: {name: NAME, namespace: argocd}
      spec:
        goTemplate: true
        generators: [{list: {elements: [{app: one}]}}]
        template:
          metadata: {name: "NAME-{{ .app }}"}
          spec:
            project: default
            source: {repoURL: https://git.example.dev/a, path: deploy, targetRevision: main}
            destination: {server: https://kubernetes.default.svc, namespace: x}
      """;

  @TempDir private Path temp;
  private GitCommand git;

  @BeforeEach
  void commitTwoSetsAndSomethingElse() throws IOException {
    git = GitCommand.in(temp);
    git.run("init", "-q", "--initial-branch=main");
    write("sets/stays.yaml", SET.replace("NAME", "stays"));
    write("sets/goes.yaml", SET.replace("NAME", "goes"));
    write("sets/moves.yaml", SET.replace("NAME", "moves"));
    write("notes.yaml", "kind: ConfigMap\napiVersion: v1\nmetadata: {name: a}\n");
    commit();
    git.run("checkout", "-q", "-b", "change");
  }

  private void write(String file, String text) throws IOException {
    Path path = temp.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void commit() {
    git.run("add", "-A");
    git.run("commit", "-q", "--allow-empty", "-m", "x");
  }

  private CommandLineRun simulate(Path where, String... more) {
    String[] args = new String[more.length + 3];
    System.arraycopy(new String[] {"simulate", "--base", "main"}, 0, args, 0, 3);
    System.arraycopy(more, 0, args, 3, more.length);
    return CommandLineRun.of(where, args);
  }

  @Test
  void whatChangedIsComparedAndNothingElse() throws IOException {
    write("sets/moves.yaml", SET.replace("NAME", "moves").replace("main", "v2"));
    Files.delete(temp.resolve("sets/goes.yaml"));
    write("sets/new.yaml", SET.replace("NAME", "new"));
    write("notes.yaml", "kind: ConfigMap\napiVersion: v1\nmetadata: {name: b}\n");
    commit();
    CommandLineRun run = simulate(temp);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FINE);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "ApplicationSet moves: 1 Application\n  updated moves-one: spec.source.targetRevision",
            "ApplicationSet new: 1 Application\n  created new-one",
            "deleted goes-one")
        .doesNotContain("stays");
    assertThat(simulate(temp.resolve("sets")).out()).isEqualTo(run.out());
    assertThat(simulate(temp, "-o", "markdown").out()).startsWith("### mayfly simulate\n");
  }

  /** A step summary that says nothing is none. */
  @Test
  void aChangeOfOtherFilesSaysSoAndWritesNothing() throws IOException {
    write("notes.yaml", "kind: ConfigMap\napiVersion: v1\nmetadata: {name: b}\n");
    commit();
    CommandLineRun run = simulate(temp, "-o", "text", "-o", "markdown=summary.md");
    assertThat(run.transcript("simulate"))
        .isEqualTo(
            "$ mayfly simulate\nno ApplicationSet in the 1 file that changed since `main`\nexit code 0\n");
    assertThat(temp.resolve("summary.md")).isEmptyFile();
    Files.createDirectory(temp.resolve("empty"));
    assertThat(simulate(temp.resolve("empty")).err()).contains("no ApplicationSet in the 1 file");
  }

  @Test
  void aChartsTemplateIsLeftOutAndThatIsSaid() throws IOException {
    write("chart/templates/set.yaml", "{{- if .Values.on }}\nkind: ApplicationSet\n{{- end }}\n");
    write("sets/new.yaml", SET.replace("NAME", "new"));
    write("big.yaml", "# ApplicationSet\n" + "a: b\n".repeat(2_000_000));
    commit();
    CommandLineRun run = simulate(temp);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FINE);
    assertThat(run.out()).contains("created new-one");
    assertThat(run.err())
        .contains("note[left-alone]: the file names an ApplicationSet", "chart/templates/set.yaml");
  }

  @Test
  void withoutABaseOrAHistoryFilesAreNamed() throws IOException {
    assertThat(CommandLineRun.of(temp, "simulate").err())
        .contains("error[missing-option]: missing `FILE`", "`mayfly simulate --help`");
    git.run("checkout", "-q", "--orphan", "apart");
    write("notes.yaml", "kind: Other\n");
    commit();
    CommandLineRun run = simulate(temp);
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.err())
        .contains("which files changed since `main` cannot be told", "fetch the whole history");
  }
}
