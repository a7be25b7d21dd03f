package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.git.GitCommand;
import dev.mayfly.golden.GoldenFiles;
import dev.mayfly.manifest.TemplateName;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.platform.PlatformLoader;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitCommandTest {
  private static final String SHA = "2f22765d04931a078909145ca628d2264c852d7d";
  @TempDir Path folder;

  static Stream<Arguments> presets() {
    return Stream.of("minimal", "services", "primitives", "monolith")
        .flatMap(preset ->
            Stream.of("github", "gitlab", "gitea").map(forge -> Arguments.of(preset, forge)));
  }

  @ParameterizedTest
  @MethodSource("presets")
  void writesATreeThatLoadsAndRendersAtOnce(String preset, String forge) throws IOException {
    assertThat(init("--preset", preset, "--forge", forge).code()).isEqualTo(ExitCode.FINE);
    Map<String, byte[]> tree = new TreeMap<>();
    for (String path : GoldenFiles.files(folder)) {
      tree.put(path, Files.readAllBytes(folder.resolve(path)));
      if (path.startsWith("charts/service/templates/")) {
        continue;
      }
      assertThat(new YamlReader(Budget.LINT).read(path, tree.get(path)).problems()).isEmpty();
    }
    // Twelve copies would be a megabyte.
    assertThat(new String(tree.remove("mayfly.schema.json"), StandardCharsets.UTF_8))
        .isEqualTo(CommandLineRun.of(folder, "schema").out());
    GoldenFiles.verifyTree("init/" + preset + "-" + forge, tree);

    LoadedPlatform loaded = PlatformLoader.load("mayfly.yaml", tree.get("mayfly.yaml"));
    // Whoever shares a namespace with production is told so, every time.
    assertThat(loaded.warnings()).extracting(Problem::id).isSubsetOf("shared-namespace");
    var app = loaded.platform().apps().getFirst();
    String image = app.images().getFirst().name() + "@sha256:" + "ab".repeat(32);
    var run =
        CommandLineRun.of(
            folder,
            "render",
            "all",
            "--app",
            app.name(),
            "--pr",
            "7",
            "--sha",
            SHA,
            "--image",
            image,
            "--out",
            ".");
    assertThat(run.err()).doesNotContain("error");
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(folder.resolve("platform/kustomization.yaml")).exists();
    assertThat(folder.resolve("previews/" + app.name() + "/pr-7/preview.yaml").toFile().exists())
        .isEqualTo(!loaded.platform().gitops().isGenerator());
    CommandLineRun lint = CommandLineRun.of(folder, "lint");
    assertThat(lint.code()).isEqualTo(ExitCode.FINE);
    assertThat(lint.out()).doesNotContain("error[").contains("warning[MF005]", "# CHANGE");
    for (String path : tree.keySet()) {
      String text = Files.readString(folder.resolve(path));
      Files.writeString(folder.resolve(path), text.replaceAll("(?m) *# CHANGE.*$", ""));
    }
    assertThat(CommandLineRun.of(folder, "lint").out()).doesNotContain("MF005");
  }

  /** Services are proposed with the chart that their pull requests cannot change. */
  @Test
  void servicesShareAChartAndOpenAtOnce(@TempDir Path work) throws IOException {
    assertThat(init("--service", "shop", "--service", "till").code()).isZero();
    assertThat(CommandLineRun.of(folder, "render", "platform", "--out", ".").code()).isZero();
    Map<String, String> files = new TreeMap<>();
    for (String path : GoldenFiles.files(folder)) {
      files.put(path, Files.readString(folder.resolve(path)));
    }
    GitCommand gitops = GitCommand.bare(work.resolve("gitops.git"));
    gitops.commit("main", files);
    GitCommand source = GitCommand.bare(work.resolve("source.git"));
    String lock =
        "apiVersion: mayfly.dev/v1alpha1\nkind: ImageLock\nmetadata: {name: till}\nspec:\n"
            + "  images: [{name: ghcr.io/acme/till, digest: \"sha256:"
            + "ab".repeat(32)
            + "\"}]\n";
    source.commit("main", Map.of("image.ref.yaml", lock));
    String[] open = {
      "open",
      "--app",
      "till",
      "--pr",
      "7",
      "--sha",
      source.tip("main"),
      "--offline",
      "--helm",
      "--gitops-url",
      "file://" + gitops.directory(),
      "--app-url",
      "file://" + source.directory()
    };
    var opened = CommandLineRun.of(CommandCatalog.all(), Programs.path("helm"), work, open);
    assertThat(opened.err()).doesNotContain("warning");
    assertThat(opened.code()).as(opened.err()).isZero();
    Path clone = work.resolve("clone");
    gitops.run("clone", "--quiet", gitops.directory().toString(), clone.toString());
    assertThat(clone.resolve("previews/till/pr-7/preview.yaml")).exists();
    assertThat(CommandLineRun.of(clone, "verify").code()).isZero();
    assertThat(CommandLineRun.of(clone, "lint").code()).isZero();
  }

  @Test
  void nothingIsOverwrittenAndNothingWrittenBeside() throws IOException {
    Files.writeString(folder.resolve("mayfly.yaml"), "mine\n");
    Files.writeString(folder.resolve(".github"), "a file\n");
    var run = init("--preset", "primitives");
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.err()).contains("`mayfly.yaml` exists already", "`.github` exists already");
    assertThat(GoldenFiles.files(folder)).containsExactly(".github", "mayfly.yaml");
    assertThat(folder.resolve("mayfly.yaml")).hasContent("mine");
  }

  @Test
  void aLinkIsNotWrittenThrough(@TempDir Path elsewhere) throws IOException {
    Files.createSymbolicLink(folder.resolve(".github"), elsewhere);
    assertThat(init("--preset", "primitives").code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(GoldenFiles.files(elsewhere)).isEmpty();
  }

  @Test
  void templatesAreCopiedOutAndRenderTheSame() throws IOException {
    assertThat(init("new/gitops", "--preset", "monolith", "--templates").code()).isZero();
    Path made = folder.resolve("new/gitops");
    assertThat(GoldenFiles.files(made.resolve("templates")))
        .containsExactlyInAnyOrderElementsOf(TemplateName.paths());
    String own = CommandLineRun.of(made, "render", "platform").out();
    Files.move(made.resolve("templates"), folder.resolve("away"));
    assertThat(CommandLineRun.of(made, "render", "platform").out()).isEqualTo(own).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--preset=primitivs",
        "--forge=github",
        "--preset=monolith --forge=svn",
        "--service=Web",
        "--service=web --service=web",
        "--service=web --preset=minimal",
        "--service=on",
        "--service=a:b",
        "--service=null"
      })
  void wrongWordsWriteNothing(String options) {
    var run = init(options.split(" "));
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(GoldenFiles.files(folder)).isEmpty();
  }

  private CommandLineRun init(String... options) {
    return CommandLineRun.of(
        folder, Stream.concat(Stream.of("init"), Stream.of(options)).toArray(String[]::new));
  }
}
