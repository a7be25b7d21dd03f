package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.golden.GoldenFiles;
import dev.mayfly.platform.OpenDecisions;
import dev.mayfly.platform.PlatformLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hand-written sets in the shapes that teams have, each with the file that is nearest to it. */
class AdoptCommandTest {
  private static final Path CASES = Path.of("cli/src/test/resources/adopt").toAbsolutePath();
  private static final Path EXAMPLE = Path.of("examples/adopt").toAbsolutePath();
  private static final String[] ANSWERS = {
    "--gitops", "https://github.com/acme/gitops.git",
    "--domain", "preview.acme.example",
    "--gateway", "gateway-system/edge/previews",
    "--controller", "ingress-nginx"
  };

  @TempDir Path folder;

  static List<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isAdopted(String name) {
    List<String> args = new ArrayList<>(List.of("adopt", "."));
    if (Files.exists(CASES.resolve(name).resolve("prs.json"))) {
      args.addAll(List.of("--prs", "prs.json"));
    }
    CommandLineRun run = run(CASES.resolve(name), args);
    GoldenFiles.verifyFile(Path.of("adopt", name + ".yaml"), run.out());
    GoldenFiles.verifyFile(
        Path.of("adopt", name + ".txt"), run.err() + "exit code " + run.code() + "\n");
  }

  /** With what no set can say said, and without it. */
  @ParameterizedTest
  @MethodSource("cases")
  void everyFileLoadsOrNamesWhatIsOpen(String name) {
    loadsOrNames(run(CASES.resolve(name), List.of("adopt", ".")));
    List<String> answered = new ArrayList<>(List.of("adopt", "."));
    answered.addAll(List.of(ANSWERS));
    loadsOrNames(run(CASES.resolve(name), answered));
  }

  private static void loadsOrNames(CommandLineRun run) {
    // What the mappings did not foresee; each such case is one that they should.
    assertThat(run.out()).doesNotContain("decide:");
    byte[] file = run.out().getBytes(StandardCharsets.UTF_8);
    if (run.code() == ExitCode.FINE) {
      assertThatCode(() -> PlatformLoader.load("mayfly.yaml", file)).doesNotThrowAnyException();
      return;
    }
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FINDINGS);
    ProblemsException refused =
        catchThrowableOfType(
            ProblemsException.class, () -> PlatformLoader.load("mayfly.yaml", file));
    assertThat(refused.problems()).extracting(Problem::id).containsOnly("left-open");
    long marks = run.out().lines().filter(l -> l.contains(OpenDecisions.MARK)).count();
    assertThat(refused.problems()).hasSize((int) marks);
  }

  @Test
  void theReportIsMarkdownAndJson() {
    for (String format : List.of("markdown", "json")) {
      List<String> args =
          new ArrayList<>(List.of("adopt", ".", "--prs", "pull-requests.json", "-o", format));
      args.addAll(List.of(ANSWERS));
      CommandLineRun run = run(EXAMPLE, args);
      assertThat(run.err()).isEmpty();
      GoldenFiles.verifyFile(Path.of("adopt", "report." + format), run.out());
    }
  }

  @Test
  void writesOneNewFile() throws IOException {
    List<String> args = new ArrayList<>(List.of("adopt", EXAMPLE.toString(), "--out", "gitops"));
    args.addAll(List.of(ANSWERS));
    assertThat(run(folder, args).code()).isEqualTo(ExitCode.FINE);
    assertThat(GoldenFiles.files(folder)).containsExactly("gitops/mayfly.yaml");
    CommandLineRun again = run(folder, args);
    assertThat(again.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(again.err()).contains("`mayfly.yaml` exists already");
    assertThat(run(folder.resolve("gitops"), List.of("render", "platform")).code()).isZero();
    assertThat(Files.readString(folder.resolve("gitops/mayfly.yaml"))).contains("# from ");
  }

  @Test
  void oneOfSeveralSets() {
    CommandLineRun run =
        run(CASES.resolve("two-sets"), List.of("adopt", ".", "--set", "web-previews"));
    assertThat(run.out()).contains("repository: meadow/web").doesNotContain("meadow/api");
    CommandLineRun none =
        run(CASES.resolve("two-sets"), List.of("adopt", ".", "--set", "web-preview"));
    assertThat(none.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(none.err()).contains("did you mean `web-previews`");
  }

  private static CommandLineRun run(Path where, List<String> args) {
    return CommandLineRun.of(where, args.toArray(String[]::new));
  }
}
