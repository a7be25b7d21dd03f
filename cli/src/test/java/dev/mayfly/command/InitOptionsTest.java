package dev.mayfly.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.golden.GoldenFiles;
import dev.mayfly.manifest.TemplateName;
import dev.mayfly.platform.Platform;
import dev.mayfly.platform.PlatformLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code init} is told beforehand, and what it does in a folder that is not empty. */
class InitOptionsTest {
  @TempDir Path folder;

  private CommandLineRun init(String... options) {
    return CommandLineRun.of(
        folder, Stream.concat(Stream.of("init"), Stream.of(options)).toArray(String[]::new));
  }

  static Stream<String[]> presets() {
    return Stream.of("minimal", "services", "primitives", "monolith")
        .flatMap(preset ->
            Stream.of("github", "gitlab", "gitea").map(forge -> new String[] {preset, forge}));
  }

  @ParameterizedTest
  @MethodSource("presets")
  void addressAndDomainStandWhereTheyBelong(String preset, String forge) throws IOException {
    String url = "https://git.shop.dev:8443/team/deep/ops.git";
    CommandLineRun run =
        init("--preset", preset, "--forge", forge, "--gitops", url, "--domain", "pr.shop.dev");
    assertThat(run.code()).as(run.err()).isZero();
    byte[] bytes = Files.readAllBytes(folder.resolve("mayfly.yaml"));
    Platform platform = PlatformLoader.load("mayfly.yaml", bytes).platform();
    assertThat(platform.gitops().repository()).isEqualTo(url);
    assertThat(platform.exposure().domain()).contains("pr.shop.dev");
    assertThat(platform.forge().url()).isEqualTo("https://git.shop.dev:8443");
    assertThat(platform.apps())
        .allMatch(app -> app.repository().toString().startsWith("team/deep/"));
    Files.delete(folder.resolve("mayfly.schema.json"));
    for (String path : GoldenFiles.files(folder)) {
      assertThat(Files.readString(folder.resolve(path)))
          .doesNotContain(
              "acme/gitops", "acme/monolith", "ghcr.io/acme", "CHANGE: this repository");
    }
  }

  /** Of SSH the port is its own; a forge on this machine may do without TLS. */
  @ParameterizedTest
  @CsvSource({
    "ssh://git@git.shop.dev:2222/team/ops.git, https://git.shop.dev",
    "git@git.shop.dev:team/ops.git, https://git.shop.dev",
    "http://127.0.0.1:3000/team/ops.git, http://127.0.0.1:3000"
  })
  void theForgeIsWhereTheRepositoryIs(String gitops, String forge) throws IOException {
    init("--preset=minimal", "--forge=gitea", "--gitops=" + gitops);
    byte[] bytes = Files.readAllBytes(folder.resolve("mayfly.yaml"));
    assertThat(PlatformLoader.load("mayfly.yaml", bytes).platform().forge().url()).isEqualTo(forge);
  }

  @Test
  void theOnlyAppIsCalledAsItIs() throws IOException {
    init("--preset=minimal", "--app=till", "--repository=shop/till-app");
    String text = Files.readString(folder.resolve("mayfly.yaml"));
    assertThat(text).doesNotContain("name: web", "acme/web");
    var app = PlatformLoader.load("mayfly.yaml", text.getBytes(UTF_8)).platform().apps().getFirst();
    assertThat(app.name()).isEqualTo("till");
    assertThat(app.repository().toString()).isEqualTo("shop/till-app");
    assertThat(app.images().getFirst().name()).isEqualTo("ghcr.io/shop/till-app");
  }

  @ParameterizedTest
  @CsvSource({
    "--gitops=https://mara:pw@github.com/a/b.git, a Git URL",
    "--gitops=nowhere, a Git URL",
    "--domain=Example, a lower-case DNS name",
    "--app=-x, an app name",
    "--app=null, ''",
    "--repository=web, owner/name",
    "'--domain=a.b\n# x', a lower-case DNS name",
  })
  void whatIsNoneWritesNothing(String option, String words) {
    CommandLineRun run = init("--preset=minimal", option);
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.err()).contains(words);
    assertThat(GoldenFiles.files(folder)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--app=till", "--repository=shop/till"})
  void presetsOfManyAppsHaveNoOnlyOne(String option) {
    assertThat(init("--preset=primitives", option).err())
        .contains("says nothing but with `--preset minimal`");
  }

  @Test
  void filesOfTheSameNamesAreNamedAndKeptIfAsked() throws IOException {
    Files.writeString(folder.resolve(".gitlab-ci.yml"), "mine\n");
    CommandLineRun refused = init("--preset=monolith", "--forge=gitlab");
    assertThat(refused.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(refused.err()).contains("`.gitlab-ci.yml` exists already", "`--keep` leaves");
    assertThat(GoldenFiles.files(folder)).containsExactly(".gitlab-ci.yml");
    CommandLineRun kept = init("--preset=monolith", "--forge=gitlab", "--keep");
    assertThat(kept.code()).isZero();
    assertThat(kept.out()).isEqualTo("mayfly.schema.json\nmayfly.yaml\n");
    assertThat(kept.err()).contains("note: `.gitlab-ci.yml` was there and is kept");
    assertThat(folder.resolve(".gitlab-ci.yml")).hasContent("mine");
  }

  @Test
  void aFolderOrLinkInTheWayIsNotKept(@TempDir Path elsewhere) throws IOException {
    Files.createDirectory(folder.resolve("mayfly.yaml"));
    Files.createSymbolicLink(folder.resolve(".gitlab-ci.yml"), elsewhere.resolve("x"));
    CommandLineRun run = init("--preset=monolith", "--forge=gitlab", "--keep");
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.err()).contains("`mayfly.yaml` exists", "`.gitlab-ci.yml` exists");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void templatesComeAloneWhereAPlatformIs() throws IOException {
    assertThat(init("--preset=minimal").code()).isZero();
    String platform = Files.readString(folder.resolve("mayfly.yaml"));
    CommandLineRun run = init("--templates");
    assertThat(run.code()).isZero();
    assertThat(run.out().lines()).allMatch(line -> line.startsWith("templates/"));
    assertThat(run.out().lines()).hasSameSizeAs(TemplateName.paths());
    assertThat(run.err()).isEqualTo(TemplateName.paths().size() + " files\n");
    assertThat(folder.resolve("mayfly.yaml")).hasContent(platform);
  }

  @ParameterizedTest
  @CsvSource({
    "'kind: ApplicationSet\nspec: {generators: [{pullRequest: {github: {}}}]}', true",
    "'kind: ApplicationSet\nspec: {generators: [{git: {}}]}', false",
    "'kind: ConfigMap\ndata: {pullRequest: x}', false",
  })
  void whoMakesPreviewsAlreadyIsPointedToAdopt(String manifest, boolean pointed)
      throws IOException {
    Files.createDirectories(folder.resolve("argocd"));
    Files.writeString(folder.resolve("argocd/set.yaml"), manifest.replace("\\n", "\n"));
    CommandLineRun run = init("--preset=minimal");
    assertThat(run.code()).isZero();
    assertThat(run.err().contains("`mayfly adopt argocd/set.yaml` writes the mayfly.yaml nearest"))
        .isEqualTo(pointed);
  }
}
