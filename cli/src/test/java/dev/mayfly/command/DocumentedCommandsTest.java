package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.git.ExecutableScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the commands of the documentation in order, and compares what is printed with what a {@code
 * console} block shows. A block that cannot be run says why in a comment above it.
 */
class DocumentedCommandsTest {
  private static final Path DOCS = Path.of("docs").toAbsolutePath();
  private static final Path EXAMPLES = Path.of("examples");

  /** What a page says whose reader stands in a GitOps repository that exists. */
  private static final String INSIDE =
      "<!-- Its commands are run in the GitOps repository of examples/primitives. -->";

  /** Whose commands others check: {@link ReadmeTest}, and {@link DocumentedOptionsTest}. */
  private static final Set<Path> ELSEWHERE =
      Set.of(Path.of("README.md"), Path.of("docs/reference/commands.md"));

  @TempDir Path folder;

  static List<Path> pages() {
    return PageBlock.pages().stream()
        .filter(page -> !ELSEWHERE.contains(page) && !commands(page).isEmpty())
        .toList();
  }

  @Test
  void mostPagesHaveCommandsThatAreRun() {
    assertThat(pages()).hasSizeGreaterThan(35).contains(Path.of("docs/tutorial.md"));
  }

  @Test
  void fewBlocksAreNotRunAndTheyAreShellAllTheSame() throws Exception {
    int notRun = 0;
    for (Path page : PageBlock.pages()) {
      for (PageBlock block : PageBlock.of(page)) {
        if (block.isOfCommands() && !block.notRun().isEmpty()) {
          notRun++;
          assertThat(block.notRun()).as(page.toString()).hasSizeGreaterThan(20);
        }
        if (block.language().equals("sh")) {
          Process shell = new ProcessBuilder("sh", "-n").redirectErrorStream(true).start();
          shell.getOutputStream().write(block.text().getBytes(StandardCharsets.UTF_8));
          shell.getOutputStream().close();
          String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
          assertThat(shell.waitFor()).as(page + "\n" + block.text() + said).isZero();
        }
      }
    }
    assertThat(notRun).isBetween(1, 12);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void whatIsShownIsWhatHappens(Path page) throws IOException {
    Files.createDirectories(folder.resolve("mayfly"));
    Examples.copyTree(DOCS, folder.resolve("mayfly/docs"));
    Examples.copyTree(Examples.HOME, folder.resolve("mayfly/examples"));
    DocumentedShell shell = new DocumentedShell(folder);
    shell.alsoIn(helm());
    if (page.startsWith(EXAMPLES)) {
      shell.run("cd mayfly");
    } else if (PageBlock.read(page).contains(INSIDE)) {
      shell.publishPlatform();
      shell.firstIn(kubectl());
    }
    for (PageBlock.Documented step : commands(page)) {
      assertThat(shell.run(step.command()))
          .as(page.getFileName() + ": $ " + step.command())
          .containsPattern(pattern(step.output()));
    }
  }

  private static List<PageBlock.Documented> commands(Path page) {
    return PageBlock.of(page).stream()
        .filter(block -> block.isOfCommands() && block.notRun().isEmpty())
        .flatMap(block -> block.commands().stream())
        .toList();
  }

  /** A cluster that holds the platform and no preview. */
  private Path kubectl() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("cluster"));
    Path kubectl = bin.resolve("kubectl");
    ExecutableScript.write(
        kubectl,
        """
        #!/bin/sh
        echo '{"kind": "List", "items": [
          {"apiVersion": "argoproj.io/v1alpha1", "kind": "AppProject", "metadata":
           {"name": "primitives-previews", "labels": {"mayfly.dev/platform": "primitives"}}}]}'
        """);
    return bin;
  }

  /** What helm makes of the example's chart, for a machine that has none. */
  private Path helm() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path helm = bin.resolve("helm");
    ExecutableScript.write(
        helm,
        """
        #!/bin/sh
        test "$1" = version && echo v4.2.1 && exit
        while read -r key value; do
          test "$key" = digest: && digest=$value
        done < image.ref.yaml
        /bin/cat <<END
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: $4}
        spec:
          selector: {matchLabels: {app.kubernetes.io/instance: $4}}
          template:
            metadata: {labels: {app.kubernetes.io/instance: $4}}
            spec:
              containers:
              - {name: app, image: "ghcr.io/acme/monolith@$digest", ports: [{containerPort: 8080}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: $4}
        spec:
          selector: {app.kubernetes.io/instance: $4}
          ports: [{port: 8080}]
        END
        """);
    return bin;
  }

  /**
   * Whole lines in their order, with any others between; {@code ...} stands for anything in one.
   */
  private static Pattern pattern(List<String> lines) {
    StringBuilder pattern = new StringBuilder();
    for (String line : lines.stream().filter(line -> !line.equals("...")).toList()) {
      pattern.append("(?s:.*)^ *");
      pattern.append(
          Stream.of(line.strip().split("\\.\\.\\.", -1))
              .map(Pattern::quote)
              .reduce((left, right) -> left + ".*" + right)
              .orElse(""));
      pattern.append(" *$");
    }
    return Pattern.compile(pattern.toString(), Pattern.MULTILINE);
  }
}
