package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.git.GitCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option that another one leaves without a meaning is refused by name, never passed over: added
 * with a value that cannot be right, it has to end a run that was fine without it.
 */
class SilencedOptionsTest {
  private static final String NONSENSE = "no\0thing";

  @TempDir Path temp;
  private Path folder;
  private String sha;

  @BeforeEach
  void platform() throws IOException {
    folder = Examples.copy("primitives", temp.resolve("gitops"));
    GitCommand.bare(temp.resolve("bare.git"))
        .commit("main", Map.of("mayfly.yaml", Examples.platform("primitives")));
    sha = GitCommand.bare(temp.resolve("app.git")).commit("main", bundle());
    Files.copy(folder.resolve("pull-request.json"), folder.resolve("event.json"));
    Files.writeString(
        folder.resolve("prs.json"),
        """
        [{"app": "orders", "number": 7, "headSha": "%s", "repository": "acme/primitives",
          "images": {"app": "sha256:%s"}}]
        """
            .formatted("0a".repeat(20), "0a".repeat(32)));
  }

  /** Where it is right that a value is not looked at. */
  private static final Map<String, String> UNASKED =
      Map.of(
          "--config", "every command takes it, also where the platform comes from a remote",
          "--app-url", "an address; where nothing has to be read of the app, nobody goes there",
          "status --bundle-url", "the same, where no bundle comes from elsewhere",
          "pin --format", "says how a new file is written; later runs of the same line find it",
          "pin --name", "says what a new lock is called; the same");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "init fresh --preset primitives",
        "render platform",
        "render preview --all-prs prs.json",
        "render preview --app orders --pr 7 --sha SHA --image IMAGE",
        "render preview --event event.json --image IMAGE",
        "render all",
        "render all --app orders --pr 7 --sha SHA --image IMAGE",
        "diff",
        "lint --fail-on never",
        "lint --bundle BUNDLE --app orders",
        "rules",
        "schema",
        "verify",
        "pin lock.yaml --image IMAGE",
        "status --gitops-url URL",
        "sync --gitops-url URL --offline",
        "open --gitops-url URL --app-url APP --offline --pr 7 --sha SHA --dry-run",
        "close --gitops-url URL --offline --pr 7 --sha SHA --dry-run",
      })
  void nothingIsPassedOver(String line) {
    CommandLineRun plain = run(line);
    assertThat(plain.code()).as(plain.err()).isZero();
    Command command = command(line);
    TreeSet<String> passedOver = new TreeSet<>();
    for (OptionSpec option : Help.command(command).options()) {
      String name = option.longestName();
      boolean asked = option.arity().max() > 0 && !(line + " ").contains(" " + name + " ");
      boolean excused =
          UNASKED.containsKey(name) || UNASKED.containsKey(command.name() + " " + name);
      if (asked && !excused && run(line + " " + name + " " + NONSENSE).code() == ExitCode.FINE) {
        passedOver.add(name);
      }
    }
    assertThat(passedOver).isEmpty();
  }

  /** Flags have no value that could be wrong. */
  @ParameterizedTest
  @CsvSource({
    "render preview --all-prs prs.json, --plan",
    "render all, --plan",
    "lint --bundle BUNDLE --app orders, --fix",
    "sync --gitops-url URL --offline, --helm",
    "sync --gitops-url URL --offline, --require-access",
    "sync --gitops-url URL --offline, --allow-mass-removal",
    "open --gitops-url URL --app-url APP --offline --pr 7 --sha SHA, --auto-merge",
    "admit --gitops-url URL --app-url APP --offline --pr 7 --sha SHA, --label",
  })
  void norIsAFlag(String line, String flag) {
    CommandLineRun run = run(line + " " + flag);
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.err()).contains("error[usage]: `" + flag + "` says nothing ");
  }

  private CommandLineRun run(String line) {
    List<String> words = new ArrayList<>();
    for (String word : line.split(" ")) {
      words.add(
          word.replaceFirst("^SHA$", sha)
              .replaceFirst("^IMAGE$", "ghcr.io/acme/orders@sha256:" + "0a".repeat(32))
              .replaceFirst("^BUNDLE$", "source/primitives/service/orders/deploy")
              .replaceFirst("^APP$", "file://" + temp.resolve("app.git"))
              .replaceFirst("^URL$", "file://" + temp.resolve("bare.git")));
    }
    return CommandLineRun.of(folder, words.toArray(String[]::new));
  }

  private static Command command(String line) {
    return CommandCatalog.all().stream()
        .filter(command -> line.startsWith(command.name() + " ") || line.equals(command.name()))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, String> bundle() throws IOException {
    Path source = folder.resolve("source");
    Map<String, String> files = new HashMap<>();
    try (Stream<Path> paths = Files.walk(source)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(source.relativize(path).toString(), Files.readString(path));
      }
    }
    return files;
  }
}
