package dev.mayfly.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tag publishes nothing that is incomplete, damaged or called otherwise. */
class ReleaseScriptTest {
  private static final List<String> KINDS =
      List.of("linux-x64", "linux-arm64", "macos-x64", "macos-arm64");
  private static final String HOME = "https://github.com/acme/mayfly/releases/download/v1.2.3/";
  @TempDir Path folder;
  private Path release = Path.of("");

  private record Ran(int code, String out) {}

  @BeforeEach
  void somethingToPublish() throws Exception {
    release = Files.createDirectories(folder.resolve("target/release"));
    Path packaging = Files.createDirectories(folder.resolve("cli/packaging"));
    for (String file : List.of("release.sh", "mayfly.rb", "install.sh")) {
      Files.copy(Path.of("cli/packaging", file), packaging.resolve(file));
    }
    write("pom.xml", "<project>\n  <version>1.2.3</version>\n</project>\n");
    write(
        "CHANGELOG.md",
        "# Changelog\n\n## [Unreleased]\n\n- later\n\n## [1.2.3] - 2026-12-01\n\n- now\n\n## [1.2.2]\n\n- before\n");
    write("target/release/mayfly-1.2.3.cdx.json", "{}");
    for (String kind : KINDS) {
      String name = "mayfly-1.2.3-" + kind + ".tar.gz";
      write("target/release/" + name, kind);
      write("target/release/" + name + ".sha256", sum(kind) + "  " + name + "\n");
    }
  }

  @Test
  void cutsTheNotesAndFillsInTheFormula() throws Exception {
    assertThat(run("v1.2.3")).isEqualTo(new Ran(0, ""));
    assertThat(release.resolve("notes.md")).content().isEqualToIgnoringWhitespace("- now");
    assertThat(release.resolve("install.sh"))
        .content()
        .contains("from=${INSTALL_MAYFLY_FROM:-https://github.com/acme/mayfly}\n")
        .doesNotContain("@REPOSITORY@");
    String formula = Files.readString(release.resolve("mayfly.rb"));
    assertThat(formula).startsWith("class Mayfly < Formula\n").doesNotContain("@");
    for (String kind : KINDS) {
      assertThat(formula)
          .contains(
              "https://github.com/acme/mayfly/releases/download/v1.2.3/mayfly-1.2.3-"
                  + kind
                  + ".tar.gz\"\n      sha256 \""
                  + sum(kind)
                  + "\"");
    }
  }

  /** The formula, mise's template and the table of the page lead to what lies there. */
  @Test
  void publishesWhatTheAddressesOfThePageName() throws Exception {
    assertThat(run("v1.2.3")).isEqualTo(new Ran(0, ""));
    String filled =
        Files.readString(Path.of("docs/how-to/install.md"))
            .replace("<owner>/<repository>", "acme/mayfly")
            .replace("<version>", "1.2.3")
            .replace("{{ version }}", "1.2.3");
    List<String> named = new ArrayList<>();
    for (String kind : KINDS) {
      String[] machine = kind.split("-");
      Pattern.compile("url = \"" + HOME + "(\\S+)\"")
          .matcher(filled.replace("{{ os() }}", machine[0]).replace("{{ arch() }}", machine[1]))
          .results()
          .forEach(found -> named.add(found.group(1)));
    }
    assertThat(named).hasSize(8).contains("mayfly-1.2.3-macos-arm64.tar.gz.sha256");
    assertThat(filled).contains("from `" + HOME + "`");
    String table = filled.substring(filled.indexOf("\n## Addresses"));
    Pattern.compile("`([\\w.-]+\\.(?:tar\\.gz|json|sh|rb))`")
        .matcher(table)
        .results()
        .forEach(found -> named.add(found.group(1)));
    assertThat(named).hasSize(15);
    Pattern.compile("url \"" + HOME + "(\\S+)\"")
        .matcher(Files.readString(release.resolve("mayfly.rb")))
        .results()
        .forEach(found -> named.add(found.group(1)));
    assertThat(named).hasSize(19).allMatch(name -> Files.exists(release.resolve(name)));
    String published =
        Files.readString(Path.of("jreleaser.yml")).replace("{{projectVersion}}", "1.2.3");
    assertThat(named)
        .allMatch(
            name -> published.contains("/" + name.replaceFirst("^.*(?=\\.tar\\.gz\\.)", "*")));
  }

  @Test
  void refusesATagThatIsNotTheVersion() throws Exception {
    assertThat(run("v1.2.4"))
        .isEqualTo(new Ran(1, "release: the tag is v1.2.4 and pom.xml builds 1.2.3\n"));
  }

  @Test
  void refusesAVersionThatTheChangelogDoesNotKnow() throws Exception {
    write("CHANGELOG.md", "## [Unreleased]\n\n- later\n\n## [1.2.3]\n\n## [1.2.2]\n\n- before\n");
    String advice =
        "release: CHANGELOG.md says nothing below [1.2.3]: turn its [Unreleased] into [1.2.3] - DATE,"
            + " below an empty one, and tag that commit\n";
    assertThat(run("v1.2.3")).isEqualTo(new Ran(1, advice));
    write("CHANGELOG.md", "## [Unreleased]\n\n- later\n");
    assertThat(run("v1.2.3")).isEqualTo(new Ran(1, advice));
  }

  @Test
  void saysWhatMakesTheFolderOfArchives() throws Exception {
    try (Stream<Path> files = Files.list(release)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(release);
    assertThat(run("v1.2.3"))
        .isEqualTo(
            new Ran(
                1,
                "release: target/release is missing: ./verify makes it, with the archive of this machine\n"));
  }

  /** What the project's own changelog becomes by the step of the release that the docs describe. */
  @Test
  void theChangelogOfThisProjectBecomesNotes() throws Exception {
    String changelog = Files.readString(Path.of("CHANGELOG.md"));
    write(
        "CHANGELOG.md",
        changelog.replaceFirst(
            "(?m)^## \\[Unreleased]$", "## [Unreleased]\n\n## [1.2.3] - 2026-12-01"));
    assertThat(run("v1.2.3")).isEqualTo(new Ran(0, ""));
    assertThat(release.resolve("notes.md")).content().contains("### Upgrading");
  }

  @Test
  void refusesWhatIsMissingOrDamaged() throws Exception {
    write("target/release/mayfly-1.2.3-macos-x64.tar.gz", "cut off");
    assertThat(run("v1.2.3"))
        .isEqualTo(
            new Ran(1, "release: mayfly-1.2.3-macos-x64.tar.gz is not what its checksum says\n"));
    Files.delete(release.resolve("mayfly-1.2.3-macos-x64.tar.gz"));
    assertThat(run("v1.2.3"))
        .isEqualTo(new Ran(1, "release: mayfly-1.2.3-macos-x64.tar.gz is missing\n"));
    Files.delete(release.resolve("mayfly-1.2.3.cdx.json"));
    assertThat(run("v1.2.3")).isEqualTo(new Ran(1, "release: the bill of materials is missing\n"));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private static String sum(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private Ran run(String tag) throws Exception {
    Process process =
        new ProcessBuilder("sh", "cli/packaging/release.sh", tag, "acme/mayfly")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), out);
  }
}
