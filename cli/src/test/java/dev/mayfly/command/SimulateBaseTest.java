package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.golden.GoldenFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change of a set does to its Applications. */
class SimulateBaseTest {
  private static final Path EXAMPLE = Path.of("examples/simulate").toAbsolutePath();
  private static final String SET = "applicationset.yaml";

  @TempDir private Path temp;

  @BeforeEach
  void commitTheExample() throws IOException, GitAPIException {
    for (String file : List.of(SET, "pull-requests.json")) {
      Files.copy(EXAMPLE.resolve(file), temp.resolve(file));
    }
    try (Git git = Git.init().setDirectory(temp.toFile()).call()) {
      git.add().addFilepattern(".").call();
      git.commit().setMessage("first").setAuthor("a", "a@b").setCommitter("a", "a@b").call();
    }
  }

  private CommandLineRun run(String... more) {
    List<String> args = new ArrayList<>(List.of("simulate", SET, "--prs", "pull-requests.json"));
    args.addAll(List.of(more));
    return CommandLineRun.of(temp, args.toArray(String[]::new));
  }

  private void edit(String text, String by) throws IOException {
    String before = Files.readString(temp.resolve(SET));
    assertThat(before).contains(text);
    Files.writeString(temp.resolve(SET), before.replace(text, by));
  }

  @Test
  void aChangeIsShownByWhatItDoesToApplications() throws IOException {
    assertThat(run("--base", "HEAD").out())
        .isEqualTo("ApplicationSet shop-previews: 2 Applications\n  unchanged: 2\n");
    edit("^main$", ".*");
    edit("labels: [preview]", "labels: []");
    edit("path: deploy", "path: deploy/preview");
    for (String format : List.of("text", "markdown", "json")) {
      CommandLineRun run = run("--base", "HEAD", "-o", format);
      GoldenFiles.verifyFile(Path.of("simulate", "base." + format), run.out());
      assertThat(run.code()).isEqualTo(ExitCode.FINE);
    }
  }

  @Test
  void anApplicationThatTheChangeTakesAwayIsADeletion() throws IOException {
    edit("labels: [preview]", "labels: [urgent]");
    assertThat(run("--base", "HEAD").out()).contains("deleted shop-pr-7: with its resources");
    assertThat(run("--base", "HEAD", "--no-deletion").code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run("--base", "HEAD", "--policy", "create-update").out()).contains("kept shop-pr-7");
    edit("shop-pr-{{ .number }}", "shop-{{ .number }}");
    assertThat(run("--base", "HEAD").out()).contains("created shop-12", "deleted shop-pr-12");
  }

  @Test
  void twoFilesAreComparedAsWell() throws IOException {
    Files.copy(temp.resolve(SET), temp.resolve("before.yaml"));
    edit("path: deploy", "path: other");
    assertThat(run("--base-file", "before.yaml").out())
        .contains("updated shop-pr-12: spec.sources[0].path");
  }

  @Test
  void aSetThatGoesTakesItsApplicationsUnlessItsFinalizerAsksTheController() throws IOException {
    Files.copy(temp.resolve(SET), temp.resolve("before.yaml"));
    Files.delete(temp.resolve(SET));
    assertThat(run("--base", "HEAD").out()).contains("deleted shop-pr-12", "deleted shop-pr-7");
    String policy = "  syncPolicy: {applicationsSync: create-only}\n";
    String before = Files.readString(temp.resolve("before.yaml"));
    String kept = before.replaceFirst("spec:\n", "spec:\n" + policy);
    Files.writeString(temp.resolve("before.yaml"), kept);
    Files.writeString(temp.resolve(SET), "kind: ConfigMap\napiVersion: v1\n");
    assertThat(run("--base-file", "before.yaml").out()).contains("deleted shop-pr-7");
    String asked =
        kept.replace(
            "  namespace: argocd\n",
            "  namespace: argocd\n  finalizers: [resources-finalizer.argocd.argoproj.io]\n");
    Files.writeString(temp.resolve("before.yaml"), asked);
    assertThat(run("--base-file", "before.yaml").out()).contains("kept shop-pr-7");
  }

  @Test
  void anApplicationMovesToNoOtherSetWhileItsOwnerIsThere() throws IOException {
    String second =
        Files.readString(temp.resolve(SET)).replace("name: shop-previews\n", "name: x\n");
    edit("namespace: argocd\nspec", "namespace: argocd\nspec");
    Files.writeString(temp.resolve(SET), Files.readString(temp.resolve(SET)) + "---\n" + second);
    assertThat(run("--base", "HEAD").out())
        .contains("refused shop-pr-7: ApplicationSet `shop-previews` controls it");
  }

  @Test
  void whatWasNotKnownBeforeIsSaid() throws IOException {
    String broken = Files.readString(temp.resolve(SET)).replace("{{ .number }}", "{{ .none }}");
    Files.writeString(temp.resolve("before.yaml"), broken);
    CommandLineRun run = run("--base-file", "before.yaml");
    assertThat(run.out()).contains("unverifiable shop-previews: what the set made before is not");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run("--base-file", "before.yaml", "--allow-unverifiable").code())
        .isEqualTo(ExitCode.FINE);
  }

  @Test
  void aFileThatIsNewHasNothingBefore() throws IOException {
    Files.copy(temp.resolve(SET), temp.resolve("new.yaml"));
    CommandLineRun run =
        CommandLineRun.of(
            temp, "simulate", "new.yaml", "--prs", "pull-requests.json", "--base", "HEAD");
    assertThat(run.out()).contains("created shop-pr-12", "created shop-pr-7");
  }

  @Test
  void whatIsNoBaseIsRefused() throws IOException {
    assertThat(run("--base", "nowhere").code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run("--base", "HEAD", "--base-file", SET).code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run("--base", "HEAD", "--live", SET).code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(CommandLineRun.of(temp, "simulate", "../x.yaml", "--base", "HEAD").code())
        .isEqualTo(ExitCode.CONFIGURATION);
    assertThat(CommandLineRun.of(temp, "simulate", "typo.yaml", "--base", "HEAD").code())
        .isEqualTo(ExitCode.CONFIGURATION);
    byte[] wide = Files.readString(temp.resolve(SET)).getBytes(StandardCharsets.UTF_16);
    Files.write(temp.resolve("wide.yaml"), wide);
    assertThat(run("--base-file", "wide.yaml").code()).isNotEqualTo(70);
  }
}
