package dev.mayfly.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines that the README gives to everybody, run on a release of one small file. */
class InstallTest {
  private static final Pattern BLOCK =
      Pattern.compile("^## Install\\n.*?^```sh\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final String NAME = "mayfly-1.2.3-linux-x64";
  @TempDir Path folder;
  private Path archive = Path.of("");

  @BeforeEach
  void release() throws Exception {
    assumeTrue(shell("command -v curl sha256sum") == 0, "curl or sha256sum is not on PATH");
    Path served = Files.createDirectories(folder.resolve("acme/mayfly/releases/download/v1.2.3"));
    archive = served.resolve(NAME + ".tar.gz");
    Path program = Files.createDirectories(folder.resolve(NAME + "/bin")).resolve("mayfly");
    Files.writeString(program, "#!/bin/sh\necho mayfly 1.2.3\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    String pack = "tar -czf %s.tar.gz -C %s %s && sha256sum %s.tar.gz >%s.tar.gz.sha256";
    assertThat(shell("cd " + served + " && " + pack.formatted(NAME, folder, NAME, NAME, NAME)))
        .isZero();
    // As a release has it: the address of the repository is filled in.
    Files.writeString(
        served.resolve("install.sh"),
        here(Files.readString(Path.of("cli/packaging/install.sh")))
            .replace("@REPOSITORY@", "acme/mayfly"));
  }

  @Test
  void leadsToAProgramThatRuns() throws Exception {
    assertThat(shell(installing())).isZero();
    assertThat(shell(folder.resolve(".local/bin/mayfly") + " | grep -q 'mayfly 1.2.3'")).isZero();
  }

  @Test
  void unpacksNothingThatIsDamaged() throws Exception {
    Files.writeString(archive, "cut off");
    assertThat(shell(installing())).isNotZero();
    assertThat(folder.resolve(".local/bin")).doesNotExist();
    assertThat(folder.resolve(".local/share/mayfly")).isEmptyDirectory();
  }

  private String installing() throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(Path.of("README.md")));
    assertThat(block.find()).isTrue();
    return here(block.group(1))
        .replace("<owner>/<repository>", "acme/mayfly")
        .replace("<version>", "1.2.3");
  }

  private String here(String text) {
    return text.replace("https://github.com/", "file://" + folder + "/");
  }

  private int shell(String script) throws Exception {
    Path work = Files.createDirectories(folder.resolve("work"));
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-c", script).directory(work.toFile()).redirectErrorStream(true);
    shell.environment().put("HOME", folder.toString());
    Process process = shell.start();
    process.getInputStream().readAllBytes();
    return process.waitFor();
  }
}
