package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual says all that the help says, and the programs that show manuals read it. */
class ManPageTest {
  private static final SortedMap<String, String> PAGES = ManPage.all(CommandCatalog.all());
  @TempDir Path folder;

  @Test
  void aPageIsMadeOfRequests() {
    assertThat(PAGES.get("mayfly-completion.1"))
        .startsWith(".TH \"MAYFLY-COMPLETION\" 1 ")
        .contains(
            ".SH NAME\nmayfly\\-completion \\- print the completion script for bash, zsh or fish\n",
            ".SH SYNOPSIS\n.B mayfly completion\n[OPTIONS] bash|zsh|fish|apps\n",
            ".TP\n\\fB\\-C\\fR, \\fB\\-\\-directory\\fR \\fIDIR\\fR\n",
            ".nf\n  source <(mayfly completion bash)\n.fi\n")
        .endsWith(".BR mayfly (1)\n");
  }

  @Test
  void everyCommandHasOneAndEveryOptionIsInIt() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "groff is not here");
    assertThat(PAGES).hasSize(CommandCatalog.all().size() + 1);
    for (Command command : CommandCatalog.all()) {
      String name = "mayfly-" + command.name().replace(' ', '-');
      String shown = shown(name + ".1").replaceAll("\\s+", " ");
      assertThat(shown).contains(name + " - " + command.summary().replace("`", ""));
      Help.command(command)
          .options()
          .forEach(option ->
              assertThat(shown)
                  .contains(option.longestName())
                  .contains(
                      String.join(" ", option.description())
                          .replace("`", "")
                          .replaceAll("\\s+", " ")));
    }
    assertThat(shown("mayfly.1")).contains("mayfly-render-preview(1)", "70 a bug in mayfly");
  }

  /** As groff sets it, which may warn of nothing. */
  private String shown(String page) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve(page), PAGES.get(page));
    List<String> line =
        new ArrayList<>(List.of("/usr/bin/groff", "-man", "-Tutf8", "-ww", "-rLL=400n"));
    line.addAll(List.of("-P-cbou", file.toString()));
    Process process =
        new ProcessBuilder(line).redirectError(folder.resolve("said").toFile()).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(folder.resolve("said")).hasContent("");
    return text.replace('\u2010', '-').replace('\u2212', '-').replace('\u2019', '\'');
  }

  @Test
  void mandocFindsNoFault() throws Exception {
    Path mandoc = Path.of("/usr/bin/mandoc");
    assumeTrue(Files.isExecutable(mandoc), "mandoc is not here");
    for (Map.Entry<String, String> page : PAGES.entrySet()) {
      Path file = Files.writeString(folder.resolve(page.getKey()), page.getValue());
      Process process =
          new ProcessBuilder(mandoc.toString(), "-Tlint", "-Wwarning", file.toString()).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      // A build outside a checkout knows no date.
      assertThat(said.lines().filter(it -> !it.contains("missing date"))).isEmpty();
    }
  }
}
