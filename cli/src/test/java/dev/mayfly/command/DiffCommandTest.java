package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.git.GitCommand;
import dev.mayfly.golden.GoldenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a review of a change of the platform shows, and whether its patches are true. */
class DiffCommandTest {
  private static final Path GOLDEN = Path.of("golden/primitives");

  @TempDir private Path gitops;
  private GitCommand git;

  @BeforeEach
  void commitThePlatformAsItIsRendered() throws IOException {
    git = GitCommand.in(gitops);
    git.run("init", "--quiet", "--initial-branch=main");
    git.run("config", "user.email", "ada@example.dev");
    git.run("config", "user.name", "Ada");
    commit("An empty repository");
    Files.copy(Path.of("examples/primitives/mayfly.yaml"), gitops.resolve("mayfly.yaml"));
    for (String folder : List.of("platform", "previews")) {
      try (Stream<Path> files = Files.walk(GOLDEN.resolve(folder))) {
        for (Path file : files.toList()) {
          Files.copy(file, gitops.resolve(GOLDEN.relativize(file).toString()));
        }
      }
    }
    commit("The platform");
  }

  private void commit(String message) {
    git.run("add", ".");
    git.run("commit", "--quiet", "--allow-empty", "-m", message);
  }

  private void replace(String text, String by) throws IOException {
    Path file = gitops.resolve("mayfly.yaml");
    String before = Files.readString(file);
    assertThat(before).contains(text);
    Files.writeString(file, before.replace(text, by));
  }

  private void widen() throws IOException {
    replace("{namespace: kafka, port: 9092}", "{namespace: redis, port: 6379}");
    replace(
        "        - {group: apps, kind: Deployment}\n",
        "        - {group: apps, kind: Deployment}\n        - {group: batch, kind: Job}\n");
    replace("capacity: {memory: 8Gi, cpu: \"4\"}", "capacity: {memory: 16Gi}");
  }

  private CommandLineRun run(String... args) {
    return CommandLineRun.of(gitops, args);
  }

  @Test
  void gitAppliesTheDifferenceAndNothingIsLeft() throws IOException {
    widen();
    Files.delete(gitops.resolve("platform/webhook-secret.yaml"));
    Files.writeString(gitops.resolve("platform/kustomization.yaml"), "no final newline");
    CommandLineRun diff = run("diff", "--exit-code");
    assertThat(diff.code()).isEqualTo(ExitCode.FINDINGS);
    git.feed(diff.out(), "apply", "--whitespace=error-all", "-");
    CommandLineRun after = run("diff", "--exit-code");
    assertThat(after.out()).isEmpty();
    assertThat(after.err()).matches("no differences in [1-9]\\d* files\n");
    assertThat(after.code()).isEqualTo(ExitCode.FINE);
    assertThat(run("verify").code()).isEqualTo(ExitCode.FINE);
  }

  @Test
  void aChangeSaysWhatItDoes() throws IOException {
    widen();
    for (String format : List.of("text", "markdown", "json")) {
      CommandLineRun run = run("diff", "--base", "main", "--exit-code", "-o", format);
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FINDINGS);
      assertThat(run.err()).isEmpty();
      GoldenFiles.verifyFile(Path.of("diff", "widened." + format), run.out());
    }
  }

  /** Colours are for who reads it on a terminal, never for a file or another format. */
  @Test
  void coloursGoToStandardOutputAlone() throws IOException {
    Files.delete(gitops.resolve("platform/kustomization.yaml"));
    String plain = run("diff").out();
    CommandLineRun painted =
        run("diff", "--color", "always", "-o", "text", "-o", "text=" + gitops.resolve("p.patch"));
    assertThat(painted.out()).contains("\u001b[32m+").isNotEqualTo(plain);
    assertThat(painted.out().replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    assertThat(gitops.resolve("p.patch")).hasContent(plain);
    assertThat(run("diff", "--color", "always", "-o", "json").out()).doesNotContain("\u001b");
    assertThat(run("explain", "AS020", "--color", "always").out()).contains("\u001b[1m# AS020");
    assertThat(run("explain", "AS020").out()).doesNotContain("\u001b");
  }

  @Test
  void itsPatchMakesOfTheOldRenderingTheNew() throws IOException {
    widen();
    CommandLineRun run = run("diff", "--base", "main");
    git.feed(run.out(), "apply", "--whitespace=error-all", "-");
    assertThat(run("diff").out()).isEmpty();
  }

  @Test
  void noChangeIsSaidInEveryForm() {
    assertThat(run("diff", "--base", "main", "--exit-code").transcript("diff"))
        .isEqualTo("$ mayfly diff\nnothing changes in 31 rendered files\nexit code 0\n");
    assertThat(run("diff", "--base", "main", "-o", "markdown").out())
        .isEqualTo("### mayfly diff: nothing changes in 31 rendered files\n");
    assertThat(run("diff", "--base", "main", "-o", "json").out()).contains("\"files\": []");
    assertThat(run("diff", "-o", "json").out())
        .isEqualTo("{\n  \"version\": 1,\n  \"files\": []\n}\n");
  }

  /** Who may have a preview is decided by what no manifest shows. */
  @Test
  void aSettingThatNothingRenderedShowsIsToldAllTheSame() throws IOException {
    replace(
        "    targetBranches: [main]\n",
        "    targetBranches: [main, dev]\n    forks: [stranger/orders]\n");
    replace("change: pull-request", "change: push");
    CommandLineRun run = run("diff", "--base", "main", "--exit-code");
    assertThat(run.transcript("diff"))
        .isEqualTo(
            """
            $ mayfly diff
            settings of mayfly.yaml:
              + admission.forks: stranger/orders
              + admission.targetBranches: dev
              + gitops.change: push
              - gitops.change: pull-request

            exit code 1
            """);
    assertThat(run("diff", "--base", "main", "-o", "markdown").out())
        .contains("* new: admission.forks: stranger/orders\n")
        .endsWith("\n\nNothing that is rendered changes.\n");
  }

  @Test
  void entriesThatMoveAreNotOthers() throws IOException {
    replace("  apps:\n", "  # All that can be previewed.\n  apps:\n");
    assertThat(run("diff", "--base", "main").err()).startsWith("nothing changes");
    replace("paths: [", "paths: [\"*.md\", ");
    assertThat(run("diff", "--base", "main").out())
        .isEqualTo("settings of mayfly.yaml:\n  + apps[orders].paths: *.md\n\n");
  }

  @Test
  void aFirstPlatformIsAllNew() {
    CommandLineRun run = run("diff", "--base", "main~1", "--exit-code");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .contains("  + destination `databases on https://kubernetes.default.svc`\n")
        .contains("  + Namespace pr-<number>-orders of each preview of `orders`\n")
        .doesNotContain("stale", "\n  - ", "\n  ~ NetworkPolicy");
  }

  @Test
  void whatNamesNoCommitOrCannotBeRenderedIsSaid() throws IOException {
    assertThat(run("diff", "--base", "nowhere").code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run("diff", "--base", "nowhere").err())
        .contains("error[usage]: `nowhere` names no commit here");
    replace("    - name: orders\n", "    - name: parcels\n");
    CommandLineRun gone = run("diff", "--base", "main");
    assertThat(gone.code()).isEqualTo(ExitCode.RENDERING);
    assertThat(gone.out()).isEmpty();
    assertThat(gone.err()).contains("`orders`");
  }

  @Test
  void aForgottenRenderingIsAnErrorOfWhoForgotIt() throws IOException {
    widen();
    commit("Wider, and nothing rendered");
    CommandLineRun forgot = run("verify", "--base", "main~1", "--policy-ref", "main~1");
    assertThat(forgot.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(forgot.out())
        .contains(
            "error[platform-drift]: `platform/app-project.yaml` is not what `mayfly.yaml` renders",
            "error[platform-drift]: `platform/admission-policy-orders.yaml`");
    Files.writeString(gitops.resolve("NOTES.md"), "x\n");
    commit("Something else");
    assertThat(run("verify", "--base", "main~1").out())
        .contains("warning[platform-drift]: `platform/app-project.yaml`")
        .doesNotContain("error[platform-drift]");
  }

  @Test
  void whatIsMissingOrLeftOverIsNamed() throws IOException {
    Files.delete(gitops.resolve("platform/webhook-secret.yaml"));
    Files.writeString(gitops.resolve("platform/old.yaml"), "kind: Old\n");
    CommandLineRun run = run("verify");
    assertThat(run.out())
        .contains(
            "error[platform-drift]: `platform/webhook-secret.yaml` is not committed, and `mayfly.yaml`"
                + " renders it",
            "warning[platform-drift]: `platform/old.yaml` is not rendered any more");
  }
}
