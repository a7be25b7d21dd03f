package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What fetches a release, for people and for CI: it brings what was published, or says why not. */
class InstallScriptTest {
  private static final String PROGRAM =
      "#!/bin/sh\necho 'mayfly 1.2.3 (0123456789ab 2026-11-22)'\n";
  private static final String ARCHIVE = "v1.2.3/" + ReleaseServer.name("1.2.3") + ".tar.gz";
  private final ReleaseServer server = new ReleaseServer();
  @TempDir Path temp;

  @AfterEach
  void stop() {
    server.close();
  }

  private ScriptRun install(String version, Map<String, String> more) {
    Map<String, String> variables = new TreeMap<>();
    variables.put("INSTALL_MAYFLY_FROM", server.url());
    variables.putAll(more);
    return run(variables, "sh", "cli/packaging/install.sh", version, temp + "/to here");
  }

  private ScriptRun run(Map<String, String> variables, String... command) {
    return ScriptRun.of(Path.of("").toAbsolutePath(), temp, variables, command);
  }

  @Test
  void bringsWhatWasPublishedAndAsksOnce() {
    server.publish(temp, "1.2.3", PROGRAM);
    ScriptRun first = install("v1.2.3", Map.of());
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.err()).isEmpty();
    assertThat(run(Map.of(), first.out().strip(), "--version").out()).startsWith("mayfly 1.2.3 (");
    assertThat(server.asked).hasSize(2);
    assertThat(install("1.2.3", Map.of())).isEqualTo(first);
    assertThat(server.asked).hasSize(2);
    assertThat(temp.resolve("to here")).isDirectoryNotContaining("glob:**fetching*");
  }

  @Test
  void goesThroughTheProxy() {
    server.publish(temp, "1.2.3", PROGRAM);
    Map<String, String> proxy =
        Map.of(
            "INSTALL_MAYFLY_FROM",
            "http://mayfly.invalid/" + ReleaseServer.REPOSITORY,
            "http_proxy",
            server.host());
    assertThat(install("1.2.3", proxy).code()).isZero();
    assertThat(server.asked).allMatch(uri -> uri.startsWith("http://mayfly.invalid/"));
  }

  /** The archive of this very build, run with nothing but what it brings. */
  @Test
  void theBuiltImageRunsFromADownload() throws Exception {
    Path image = Path.of("target/image");
    Assumptions.assumeTrue(Files.exists(image.resolve("built")), "target/image is not built");
    String said = run(Map.of(), image + "/bin/mayfly", "--version").out();
    String version = said.split(" ")[1].strip();
    Path made = Files.createDirectories(temp.resolve("made"));
    String name = ReleaseServer.name(version);
    assertThat(run(Map.of(), "cp", "-Rp", image.toString(), made + "/" + name).code()).isZero();
    server.publish(made, version);
    ScriptRun ran = install(version, Map.of());
    assertThat(ran.code()).as(ran.err()).isZero();
    Process demo =
        new ProcessBuilder("env", "-i", "PATH=/nowhere", ran.out().strip(), "--version").start();
    assertThat(new String(demo.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "main", "latest", "1.2.3/../4", "1.2.3 4", "v", "-1.2"})
  void aWrongVersionIsToldFromOneThatIsNotThere(String version) {
    assertThat(install(version, Map.of()))
        .isEqualTo(
            new ScriptRun(2, "", "install: `" + version + "` is not a version such as 1.2.3\n"));
    assertThat(server.asked).isEmpty();
  }

  @Test
  void whatIsNotPublishedHasACodeOfItsOwn() {
    ScriptRun ran = install("9.9.9", Map.of());
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).startsWith("install: there is no release 9.9.9 for ").hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sum | is not what its checksum says",
        "none | the checksum at",
        "cut | was cut off",
        "version | is another version: mayfly 1.2.4",
        "broken | does not run here",
        "offline | cannot be fetched: curl",
      })
  void eachTroubleIsOneSentenceAndLeavesNothing(String trouble, String says) {
    String program =
        switch (trouble) {
          case "version" -> "#!/bin/sh\necho mayfly 1.2.4\n";
          case "broken" -> "#!/bin/sh\necho no libc >&2\nexit 1\n";
          default -> PROGRAM;
        };
    server.publish(temp, "1.2.3", program);
    if (trouble.equals("sum")) {
      server.text(ARCHIVE + ".sha256", "0".repeat(64) + "  x\n");
    } else if (trouble.equals("none")) {
      server.text(ARCHIVE + ".sha256", "<html>\n");
    }
    server.cutting = trouble.equals("cut");
    Map<String, String> from =
        trouble.equals("offline")
            ? Map.of("INSTALL_MAYFLY_FROM", "http://127.0.0.1:1/a/b")
            : Map.of();
    ScriptRun ran = install("1.2.3", from);
    assertThat(ran.code()).as(ran.err()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("install: ").contains(says).hasLineCount(1);
    assertThat(temp.resolve("to here")).isEmptyDirectory();
  }

  @Test
  void aFolderThatCannotBeMadeIsSaid() throws IOException {
    Files.writeString(temp.resolve("to here"), "a file\n");
    assertThat(install("1.2.3", Map.of()).err())
        .isEqualTo("install: " + temp + "/to here cannot be made\n");
  }

  @Test
  void nothingIsFetchedFromAnAddressThatNobodyGave() {
    ScriptRun ran = install("1.2.3", Map.of("INSTALL_MAYFLY_FROM", ""));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("INSTALL_MAYFLY_FROM has to say");
  }
}
