package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every ```console block of the documentation, in order, and compares what is printed. */
class DocumentedCommandsTest {
  private static final Path DOCS = Path.of("docs").toAbsolutePath();
  private static final Pattern BLOCK =
      Pattern.compile("^```console\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  @TempDir Path folder;

  /** A command as documented, with the lines that it should print. */
  private record Documented(String command, List<String> output) {}

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(DOCS)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> BLOCK.matcher(text(file)).find())
          .sorted()
          .toList();
    }
  }

  @Test
  void theTutorialIsAmongThePages() throws IOException {
    assertThat(pages()).contains(DOCS.resolve("tutorial.md"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void whatIsShownIsWhatHappens(Path page) throws IOException {
    Files.createDirectories(folder.resolve("mayfly"));
    Examples.copyTree(DOCS, folder.resolve("mayfly/docs"));
    Examples.copyTree(Examples.HOME, folder.resolve("mayfly/examples"));
    DocumentedShell shell = new DocumentedShell(folder);
    shell.alsoIn(helm());
    for (Documented step : steps(page)) {
      assertThat(shell.run(step.command))
          .as(page.getFileName() + ": $ " + step.command)
          .containsPattern(pattern(step.output));
    }
  }

  /** What helm makes of the example's chart, for a machine that has none. */
  private Path helm() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path helm = bin.resolve("helm");
    Files.writeString(
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
    assertThat(helm.toFile().setExecutable(true)).isTrue();
    return bin;
  }

  private static List<Documented> steps(Path page) {
    List<Documented> steps = new ArrayList<>();
    for (MatchResult block : BLOCK.matcher(text(page)).results().toList()) {
      for (String line : block.group(1).lines().toList()) {
        if (line.startsWith("$ ")) {
          steps.add(new Documented(line.substring(2), new ArrayList<>()));
        } else {
          steps.getLast().output.add(line);
        }
      }
    }
    return steps;
  }

  /** The lines in their order, with anything between them; {@code ...} stands for anything. */
  private static Pattern pattern(List<String> lines) {
    StringBuilder pattern = new StringBuilder();
    for (String line : lines) {
      pattern.append(pattern.isEmpty() ? "" : ".*\\n\\s*");
      pattern.append(
          Stream.of(line.strip().split("\\.\\.\\.", -1))
              .map(Pattern::quote)
              .reduce((left, right) -> left + ".*" + right)
              .orElse(""));
    }
    return Pattern.compile(pattern.toString(), Pattern.DOTALL);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
