package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.golden.GoldenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generators that ask the world, and files that answer for it. */
class SimulatedGeneratorsTest {
  private static final Path EXAMPLE = Path.of("examples/simulate/generators").toAbsolutePath();
  private static final String[] WORLD = {
    "--clusters", "clusters.yaml",
    "--scm", "repositories.json",
    "--decisions", "decisions.yaml",
    "--plugin", "plugin.json",
    "--repo", "https://github.com/acme/one@main=one",
    "--repo", "git@github.com:acme/two.git=two"
  };

  @TempDir private Path temp;

  private static CommandLineRun run(String set, String... options) {
    List<String> args = new ArrayList<>(List.of("simulate", set));
    args.addAll(List.of(options));
    return CommandLineRun.of(EXAMPLE, args.toArray(String[]::new));
  }

  @Test
  void everyGeneratorHasAnInput() {
    CommandLineRun text = run("sets.yaml", WORLD);
    GoldenFiles.verifyFile(Path.of("simulate", "generators.txt"), text.transcript("simulate"));
    assertThat(text.code()).isEqualTo(ExitCode.FINE);
    List<String> options = new ArrayList<>(List.of(WORLD));
    options.addAll(List.of("-o", "yaml"));
    GoldenFiles.verifyFile(
        Path.of("simulate", "generators.yaml"),
        run("sets.yaml", options.toArray(String[]::new)).out());
  }

  /** Held once against what the generators of Argo CD 3.5.1 make of the same files. */
  @Test
  void oddOnesComeOutAsOfTheController() {
    String odd =
        Path.of("cli/src/test/resources/simulate/odd-generators.yaml").toAbsolutePath() + "";
    String plugin = Path.of("cli/src/test/resources/simulate/plugin.json").toAbsolutePath() + "";
    CommandLineRun run =
        run(
            odd,
            "--clusters",
            "clusters.yaml",
            "--scm",
            "repositories.json",
            "--decisions",
            "decisions.yaml",
            "--plugin",
            plugin,
            "-o",
            "yaml");
    GoldenFiles.verifyFile(Path.of("simulate", "odd-generators.yaml"), run.out());
  }

  @Test
  void aLinkToACheckoutIsThatCheckout() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("link"), EXAMPLE.resolve("one"));
    List<String> options = new ArrayList<>(List.of(WORLD));
    options.replaceAll(it -> it.replace("=one", "=" + link));
    CommandLineRun run = run("sets.yaml", options.toArray(String[]::new));
    assertThat(run.out()).isEqualTo(run("sets.yaml", WORLD).out());
  }

  /** Argo CD reads files of any name. */
  @Test
  void aFileThatIsNotReadIsNotEmpty() throws IOException {
    Files.writeString(temp.resolve("a.conf"), "x: y");
    Path set = temp.resolve("set.yaml");
    Files.writeString(
        set,
        """
        {apiVersion: argoproj.io/v1alpha1, kind: ApplicationSet, metadata: {name: s}, spec: {
          generators: [{git: {repoURL: r, revision: v, files: [{path: a.conf}]}}],
          template: {metadata: {name: x}, spec: {project: p, source: {repoURL: r, path: p},
            destination: {name: c}}}}}
        """);
    CommandLineRun run = run(set.toString(), "--repo", temp.toString());
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err()).contains("note[unverifiable]: `a.conf` is not read here");
  }

  @Test
  void whatIsMissingIsNamedAndNotFine() {
    CommandLineRun missing = run("sets.yaml");
    assertThat(missing.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(missing.err())
        .contains("`--clusters`", "`--scm`", "`--decisions`", "`--plugin`", "`--repo`");
    assertThat(run("sets.yaml", "--allow-unverifiable").code()).isEqualTo(ExitCode.FINE);
    CommandLineRun decisions = run("sets.yaml", "--decisions", "decisions.yaml");
    assertThat(decisions.err()).contains("compares with clusters that were not given");
    CommandLineRun map = run("sets.yaml", "--decisions", "clusters.yaml");
    assertThat(map.err()).contains("reads ConfigMap `placement`, which was not given");
    assertThat(run("sets.yaml", "--repo", "https://github.com/acme/one@v2=one").out())
        .contains("two-repositories: 0 Applications, and what cannot be known from files");
  }

  /** The API server names the cluster that Argo CD runs in, though no Secret holds it. */
  @Test
  void theLocalClusterHasNoLabelsUnlessASecretGivesIt() throws IOException {
    Path list = temp.resolve("clusters.json");
    String local = "{\"name\": \"in-cluster\", \"server\": \"https://kubernetes.default.svc\"";
    String eu =
        "{\"name\": \"eu\", \"server\": \"https://eu.example.dev\", \"labels\": {\"tier\": \"preview\"}}";
    Files.writeString(list, "[" + local + "}, " + eu + "]");
    assertThat(run("sets.yaml", "--clusters", list.toString()).out())
        .contains("everywhere: 2 Applications\n  policies-eu -> policies\n  policies-in-cluster");
    Files.writeString(list, "[" + local + ", \"labels\": {\"tier\": \"preview\"}}, " + eu + "]");
    assertThat(run("sets.yaml", "--clusters", list.toString()).out())
        .contains("everywhere: 2 Applications\n  policies-eu -> policies\n  policies-in-cluster");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "--clusters ~ kind: ConfigMap ~ names no cluster",
        "--clusters ~ [1, {a: b}] ~ names no cluster",
        "--clusters ~ {items: [{kind: Secret}]} ~ names no cluster",
        "--clusters ~ 'a: [' ~ error",
        "--scm ~ {} ~ expected a list",
        "--scm ~ [{\"organization\": \"a\"}] ~ `repository`",
        "--scm ~ [{\"organisation\": \"a\"}] ~ organisation",
        "--scm ~ [3] ~ error",
        "--plugin ~ [] ~ not an answer of a plugin",
        "--plugin ~ {\"output\": {\"parameters\": [1]}} ~ not a map",
        "--plugin ~ {\"output\": ~ error",
        "--decisions ~ 'a: [' ~ error"
      })
  void aWrongFileIsSaid(String option, String content, String says) throws IOException {
    Path file = temp.resolve("world");
    Files.writeString(file, content);
    CommandLineRun run = run("sets.yaml", option, file.toString());
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.err()).contains(says);
    assertThat(run.out()).isEmpty();
  }
}
