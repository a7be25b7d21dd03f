package dev.mayfly.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mayfly.git.ExecutableScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of pins, by programs on PATH that answer as registries' clients do. */
class OutdatedTest {
  @TempDir Path programs;

  @Test
  void saysWhatIsBehindAndWhatIsHeld() throws Exception {
    // The project that is asked about holds plugins, libraries and what only a plugin names.
    program(
        "mvn",
        "for word; do case $word in */pom.xml) file=$word;; esac; done",
        "for name in jackson-bom maven-jar-plugin google-java-format nullaway; do",
        "  grep -q \"<artifactId>$name</artifactId><version>[0-9]\" \"$file\" || exit 9",
        "done",
        "echo '[INFO]   org.apache.maven.plugins:maven-jar-plugin ......... 3.5.0 -> 99.1'",
        "echo '[INFO]   com.uber.nullaway:nullaway ...'",
        "echo '[INFO]                                                   2.1 -> 99.2'");
    program("go", "case $5 in *helm*|*gitea*|*actionlint*) echo v99.3.0;; *) echo v0.1.0;; esac");
    String said = said(1, "maven", "go");
    assertThat(said.lines().toList())
        .anyMatch(line -> line.matches("behind +org.apache.*:maven-jar-plugin .*, newest 99.1 .*"))
        .anyMatch(line -> line.matches("behind +.*:nullaway .*, newest 99.2 [(]pom.xml[)]"))
        .anyMatch(line -> line.matches("behind +.*/actionlint v.*, newest v99.3.0 .*"))
        .anyMatch(line -> line.matches("held +code.gitea.io/gitea v.*, newest v99.3.0: .*proxy.*"))
        .anyMatch(line -> line.matches("held +helm.sh/helm/v4 v.*, newest v99.3.0: .*Argo CD.*"))
        .noneMatch(line -> line.contains("k8s.io/kubernetes"))
        .anyMatch(line -> line.matches("3 behind, [0-9]+ at their newest"));
  }

  @Test
  void aRegistryThatDoesNotAnswerIsAWordAndNoFailure() throws Exception {
    program("git", "echo 'fatal: Could not resolve host: github.com' >&2", "exit 128");
    program("go", "sleep 30");
    String said = said(0, "go", "actions", "sources");
    assertThat(said.lines().toList())
        .containsExactly(
            "not asked  the Go proxy: no answer within 1 s",
            "not asked  github.com: fatal: Could not resolve host: github.com",
            "0 behind, 0 at their newest");
  }

  @Test
  void actionsAndDefinitionsAreAskedForByTheirTags() throws Exception {
    program(
        "git",
        "printf 'a\\trefs/tags/v999.0.0-rc1\\nb\\trefs/tags/v9.9.9\\nc\\trefs/tags/v99.0\\n'");
    assertThat(said(1, "actions", "sources").lines().toList())
        .anyMatch(line -> line.matches("behind +actions/checkout [0-9.]+, newest 99.0 .*"))
        .anyMatch(line -> line.matches("behind +cert-manager/cert-manager [0-9.]+, newest 99.0 .*"))
        .anyMatch(line -> line.matches("held +argoproj/argo-cd 3.5.1, newest 99.0: .*"));
  }

  private void program(String name, String... lines) throws IOException {
    ExecutableScript.write(programs.resolve(name), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
  }

  private String said(int code, String... parts) throws Exception {
    List<String> command = new ArrayList<>(List.of("python3", "cli/packaging/outdated.py"));
    command.addAll(List.of(parts));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PATH", programs + ":" + System.getenv("PATH"));
    builder.environment().put("OUTDATED_SECONDS", code == 0 ? "1" : "60");
    Process process;
    try {
      process = builder.start();
    } catch (IOException missing) {
      assumeTrue(false, "python3 is not on PATH");
      throw missing;
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(code);
    return said;
  }
}
