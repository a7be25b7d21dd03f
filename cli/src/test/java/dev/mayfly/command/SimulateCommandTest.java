package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.golden.GoldenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
  private static final Path EXAMPLE = Path.of("examples", "simulate").toAbsolutePath();

  @TestFactory
  Stream<DynamicTest> goldens() {
    return Stream.of(
            golden("text", 0, "applicationset.yaml", "--prs", "pull-requests.json"),
            golden(
                "manifests", 0, "applicationset.yaml", "--prs", "pull-requests.json", "-o", "yaml"),
            golden(
                "project", 0, "applicationset.yaml", "project.yaml", "--prs", "pull-requests.json"),
            golden(
                "json",
                0,
                "applicationset.yaml",
                "project.yaml",
                "--prs",
                "pull-requests.json",
                "-o",
                "json"),
            golden(
                "stalled",
                1,
                "stalls.yaml",
                "--project",
                "project.yaml",
                "--prs",
                "pull-requests.json"),
            golden(
                "closed",
                0,
                "applicationset.yaml",
                "--prs",
                "pull-requests.json",
                "--existing",
                "shop-pr-7",
                "--existing",
                "shop-pr-3"),
            golden("no-pull-requests", 1, "applicationset.yaml"))
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey(),
                () -> {
                  String[] args = entry.getValue().args();
                  CommandLineRun run = CommandLineRun.of(EXAMPLE, args);
                  GoldenFiles.verifyFile(
                      Path.of("simulate", entry.getKey() + ".txt"), run.transcript(args));
                  assertThat(run.code()).isEqualTo(entry.getValue().code());
                }));
  }

  private record Case(int code, String[] args) {}

  private static Map.Entry<String, Case> golden(String name, int code, String... args) {
    return Map.entry(
        name,
        new Case(
            code, Stream.concat(Stream.of("simulate"), Stream.of(args)).toArray(String[]::new)));
  }

  @Test
  void wrongInputIsAUsageError(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "kind: ConfigMap\n");
    Files.writeString(folder.resolve("broken.yaml"), "a: [\n");
    Files.writeString(folder.resolve("prs.json"), "[{\"number\": 0, \"sha\": 1}, 3]");
    String set = EXAMPLE.resolve("applicationset.yaml").toString();
    assertThat(run(folder, "a.yaml")).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run(folder, "broken.yaml")).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run(folder, "missing.yaml")).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run(folder, "\0")).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run(folder, set, "--prs", "prs.json")).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run(folder, set, "--repo", "nowhere")).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run(folder, set, "-o", "xml")).isEqualTo(ExitCode.CONFIGURATION);
  }

  @Test
  void aCheckoutFeedsGitGenerators(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("repo/previews/pr-5/.git"));
    Files.writeString(folder.resolve("repo/previews/pr-5/preview.yaml"), "number: '5'\n");
    Files.writeString(
        folder.resolve("set.yaml"),
        """
        apiVersion: argoproj.io/v1alpha1
        kind: ApplicationSet
        metadata: {name: s}
        spec:
          goTemplate: true
          generators: [{git: {repoURL: x, revision: main, files: [{path: previews/*/preview.yaml}]}}]
          template:
            metadata: {name: 'a-{{ .number }}'}
            spec: {project: p, source: {repoURL: r, path: p}, destination: {name: in-cluster}}
        """);
    CommandLineRun run = CommandLineRun.of(folder, "simulate", "set.yaml", "--repo", "repo");
    assertThat(run.out()).contains("a-5");
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
  }

  private static int run(Path folder, String... args) {
    String[] all = Stream.concat(Stream.of("simulate"), Stream.of(args)).toArray(String[]::new);
    CommandLineRun run = CommandLineRun.of(folder, all);
    assertThat(run.err()).isNotEmpty();
    return run.code();
  }
}
