package dev.mayfly.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No jar ships without a licence that somebody wrote down, and that permits it. */
class ThirdPartyTest {
  @TempDir static Path compiled;
  @TempDir Path folder;
  private Path lib = Path.of("");
  private Path licences = Path.of("");
  private Path image = Path.of("");

  private static final String SOURCE = "cli/packaging/ThirdParty.java";

  private record Ran(int code, String err) {}

  /** The release starts the source, which would be compiled for each test. */
  @BeforeAll
  static void compile() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(compiler.run(null, null, null, "-d", compiled.toString(), SOURCE)).isZero();
  }

  @BeforeEach
  void folders() throws IOException {
    lib = Files.createDirectory(folder.resolve("lib"));
    licences = Files.createDirectory(folder.resolve("licences"));
    image = Files.createDirectory(folder.resolve("image"));
  }

  @Test
  void listsEveryJarWithItsTexts() throws Exception {
    jar("plain-tool-1.2.jar");
    jar("noted-3.0.1-jre.jar", "META-INF/LICENSE.txt", "META-INF/NOTICE", "a/License.class");
    jar("told-4.jar");
    list("plain-tool Apache-2.0", "noted MIT", "told BSD-3-Clause");
    Files.writeString(licences.resolve("told.txt"), "the text");
    assertThat(run(SOURCE)).isEqualTo(new Ran(0, ""));
    assertThat(Files.readAllLines(image.resolve("THIRD-PARTY.md")))
        .contains(
            "| plain-tool | 1.2 | Apache-2.0 | [LICENSE](LICENSE) |",
            "| noted | 3.0.1-jre | MIT | [LICENSE.txt](licences/noted/LICENSE.txt),"
                + " [NOTICE](licences/noted/NOTICE) |",
            "| told | 4 | BSD-3-Clause | [LICENSE](licences/told/LICENSE) |");
    assertThat(image.resolve("licences/noted/NOTICE")).hasContent("of META-INF/NOTICE");
    assertThat(image.resolve("licences/told/LICENSE")).hasContent("the text");
  }

  @Test
  void failsForAJarThatNobodyWroteDown() throws Exception {
    jar("known-1.jar");
    jar("known-extra-1.jar");
    list("known Apache-2.0");
    assertThat(run())
        .isEqualTo(
            new Ran(1, "third-party: the licence of known-extra-1.jar is not in jars.txt\n"));
  }

  @Test
  void failsForALineWithoutAJar() throws Exception {
    list("gone Apache-2.0");
    assertThat(run()).isEqualTo(new Ran(1, "third-party: gone is in jars.txt and no jar is\n"));
  }

  @Test
  void failsForALicenceThatAsksMore() throws Exception {
    jar("strict-1.jar", "LICENSE");
    list("strict GPL-3.0-only");
    assertThat(run())
        .isEqualTo(new Ran(1, "third-party: strict may not ship: its licence is GPL-3.0-only\n"));
  }

  @Test
  void failsForALicenceWhoseTextIsNowhere() throws Exception {
    jar("terse-1.jar");
    list("terse MIT");
    assertThat(run())
        .isEqualTo(
            new Ran(
                1, "third-party: terse brings no text of its licence; write it to terse.txt\n"));
  }

  private void jar(String name, String... entries) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(lib.resolve(name)))) {
      zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(("of " + entry).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private void list(String... lines) throws IOException {
    Files.write(licences.resolve("jars.txt"), List.of("# a comment\n" + String.join("\n", lines)));
  }

  private Ran run() throws Exception {
    return run("-XX:TieredStopAtLevel=1", "-cp", compiled.toString(), "ThirdParty");
  }

  private Ran run(String... program) throws Exception {
    Path err = folder.resolve("err");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(program));
    command.addAll(List.of(lib.toString(), licences.toString(), image.toString()));
    int code = new ProcessBuilder(command).redirectError(err.toFile()).start().waitFor();
    return new Ran(code, Files.readString(err));
  }
}
