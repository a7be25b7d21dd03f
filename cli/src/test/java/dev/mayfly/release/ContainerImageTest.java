package dev.mayfly.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.git.ExecutableScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be said of the container image where no image can be built. */
class ContainerImageTest {
  private static final Path DOCKERFILE = Path.of("cli/packaging/Dockerfile");
  private static final Pattern IN_IMAGE = Pattern.compile("go install (\\S+)@(\\S+)");
  private static final Pattern IN_TESTS =
      Pattern.compile("^install \\w+ (\\S+) (\\S+)$", Pattern.MULTILINE);
  private static final Pattern FROM =
      Pattern.compile("^FROM (?:--platform=\\S+ )?(\\S+)", Pattern.MULTILINE);
  private static final String DIGEST = "sha256:" + "ab".repeat(32);
  @TempDir Path folder;

  @Test
  void rendersWithThePrograms() throws IOException {
    List<String> tested = named(IN_TESTS, Path.of("cli/packaging/test-tools.sh"));
    assertThat(tested).containsAll(named(IN_IMAGE, DOCKERFILE));
    assertThat(named(IN_IMAGE, DOCKERFILE)).hasSize(2);
  }

  @Test
  void isMadeOfFixedImagesAndRunsAsNobodySpecial() throws IOException {
    String text = Files.readString(DOCKERFILE);
    assertThat(FROM.matcher(text).results().map(from -> from.group(1)))
        .hasSize(3)
        .allMatch(image -> image.matches("[a-z]+:[\\w.-]+@sha256:[0-9a-f]{64}"));
    assertThat(text.lines().filter(line -> line.startsWith("USER ")))
        .containsExactly("USER 65532:65532");
  }

  @Test
  void isPushedByOneNameAndRunByItsDigest() throws Exception {
    assertThat(push("mayfly 1.2.3 (0123456789ab, 2026-12-01)")).isZero();
    assertThat(folder.resolve("output"))
        .hasContent("before\nname=ghcr.io/acme/mayfly\ndigest=" + DIGEST);
    assertThat(Files.readString(folder.resolve("calls")))
        .contains("login ghcr.io --username Acme --password-stdin", "--build-arg VERSION=1.2.3")
        .contains("--tag ghcr.io/acme/mayfly:1.2.3", "--platform linux/amd64,linux/arm64")
        .contains("run --rm ghcr.io/acme/mayfly@" + DIGEST + " --version")
        .doesNotContain("secret");
    assertThat(folder.resolve("token")).hasContent("secret");
  }

  @Test
  void isNotNamedWhereItSaysAnotherVersion() throws Exception {
    assertThat(push("mayfly 1.2.2 (0123456789ab, 2026-12-01)")).isOne();
    assertThat(folder.resolve("output")).hasContent("before");
  }

  private int push(String said) throws Exception {
    Path packaging = Files.createDirectories(folder.resolve("cli/packaging"));
    Files.copy(Path.of("cli/packaging/push-image.sh"), packaging.resolve("push-image.sh"));
    Files.createDirectories(folder.resolve("target/release"));
    Files.writeString(folder.resolve("output"), "before\n");
    ExecutableScript.write(
        folder.resolve("bin/docker"),
        """
        #!/bin/sh
        echo "$@" >>calls
        case $1 in
          login) cat >token ;;
          run) echo "%s" ;;
        esac
        if [ "$2" = build ]; then
          printf '{\\n  "containerimage.digest": "%s"\\n}\\n' >target/release/image.json
        fi
        """
            .formatted(said, DIGEST));
    ProcessBuilder shell =
        new ProcessBuilder(
                "sh",
                "cli/packaging/push-image.sh",
                "v1.2.3",
                "Acme/Mayfly",
                folder.resolve("output").toString())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    shell.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    shell.environment().put("TOKEN", "secret");
    Process process = shell.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(out).doesNotContain("secret");
    return process.waitFor();
  }

  private static List<String> named(Pattern pattern, Path file) throws IOException {
    return pattern
        .matcher(Files.readString(file))
        .results()
        .map((MatchResult found) -> found.group(1) + " " + found.group(2))
        .toList();
  }
}
