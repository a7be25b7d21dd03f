package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mayfly.command.composition.ConfinedProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionCommandTest {
  @TempDir Path folder;

  @Test
  void knowsEveryCommandAndItsOptions() {
    String script = CommandLineRun.of(Path.of(""), "completion", "bash").out();
    for (Command command : CommandCatalog.all()) {
      assertThat(script).contains(command.name().replace(' ', '_').replace("-", ""));
      Help.command(command).options().forEach(o -> assertThat(script).contains(o.longestName()));
    }
    assertThat(script).contains("bashcompinit");
  }

  @Test
  void servesBothShells() {
    assertThat(CommandLineRun.of(Path.of(""), "completion", "zsh").out())
        .isEqualTo(CommandLineRun.of(Path.of(""), "completion", "bash").out());
  }

  /** In the shells themselves; the apps come from the program, which a function stands for here. */
  @ParameterizedTest
  @CsvSource({
    "mayfly explain AS02, AS020, AS01",
    "mayfly rend, render, lint",
    "mayfly render pre, preview, all",
    "mayfly render preview --ap, --app, --event",
    "mayfly --color never render preview --app w, web, api",
    "mayfly open --app w, web, api",
    "mayfly lint --fail-on w, warning, never",
  })
  void completes(String line, String offered, String other) throws Exception {
    Path bash = script("bash");
    String words = line.replace(" ", "' '");
    assertThat(
            shell(
                "bash",
                "source '"
                    + bash
                    + "'; mayfly() { printf 'web\\napi\\n'; }; COMP_WORDS=('"
                    + words
                    + "'); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE='"
                    + line
                    + "'; COMP_POINT=${#COMP_LINE}; _complete_mayfly; printf '%s\\n' \"${COMPREPLY[@]}\""))
        .contains(offered)
        .doesNotContain(other);
  }

  @ParameterizedTest
  @CsvSource({
    "mayfly explain AS02, AS020, AS01",
    "mayfly rend, render, lint",
    "mayfly render pre, preview, all",
    "mayfly render preview --ap, --app, --event",
    "mayfly --color never render preview --app w, web, api",
    "mayfly open --app w, web, api",
    "mayfly lint --fail-on w, warning, never",
    "mayfly --color al, always, never",
  })
  void completesInFish(String line, String offered, String other) throws Exception {
    Path fish = script("fish");
    assertThat(
            shell(
                "fish",
                "function mayfly; printf 'web\\napi\\n'; end; source '"
                    + fish
                    + "'; complete -C '"
                    + line
                    + "'"))
        .anyMatch(found -> found.split("\t", -1)[0].equals(offered))
        .noneMatch(found -> found.split("\t", -1)[0].equals(other));
  }

  /** In a zsh with a terminal of its own, which takes the first of what it offers. */
  @ParameterizedTest
  @CsvSource({
    "mayfly explain AS02, mayfly explain AS020",
    "mayfly rend, mayfly render",
    "mayfly render pre, mayfly render preview",
    "mayfly --color never render preview --app w, mayfly --color never render preview --app web",
    "mayfly lint --fail-on w, mayfly lint --fail-on warning",
  })
  void completesInZsh(String line, String completed) throws Exception {
    String setUp =
        "setopt menu_complete; autoload -U compinit; compinit -u -D; source '"
            + script("zsh")
            + "'; mayfly() { print -l web api }; dump() { print -r -- \"<<$BUFFER>>\" };"
            + " zle -N dump; bindkey '^X' dump; print READ''Y";
    assertThat(
            shell(
                "zsh",
                "set -- "
                    + quoted(setUp)
                    + "; zmodload zsh/zpty; zpty z zsh -f -i; zpty -w z \"$1\"; zpty -r z x '*READY*';"
                    + " zpty -w -n z "
                    + quoted(line)
                    + "$'\\t\\x18'; zpty -r z x '*<<*>>*'; print -r -- ${${x#*<<}%%>>*}"))
        .singleElement()
        .asString()
        .isEqualToIgnoringWhitespace(completed);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  @Test
  void zshReadsItWithoutAWord() throws Exception {
    assertThat(
            shell(
                "zsh",
                "autoload -U compinit && compinit -u -D; source '"
                    + script("zsh")
                    + "'; print ${_comps[mayfly]}"))
        .hasSize(1)
        .first()
        .asString()
        .contains("_complete_mayfly");
  }

  @Test
  void listsTheAppsOfTheNearestPlatform() throws IOException {
    assertThat(CommandLineRun.of(folder, "completion", "apps").transcript())
        .doesNotContain("error");
    Path inside = Files.createDirectories(Examples.copy("primitives", folder).resolve("a/b"));
    assertThat(CommandLineRun.of(inside, "completion", "apps").out()).contains("orders\n");
  }

  private Path script(String shell) throws IOException {
    return Files.writeString(
        folder.resolve(shell), CommandLineRun.of(folder, "completion", shell).out());
  }

  private List<String> shell(String name, String line) throws Exception {
    Optional<ConfinedProgram> program = ConfinedProgram.find(name, System.getenv());
    assumeTrue(program.isPresent(), name + " is not on PATH");
    ProcessBuilder builder =
        new ProcessBuilder(program.get().program().toString(), "-c", line)
            .redirectErrorStream(true);
    builder.environment().put("HOME", folder.toString());
    Process process = builder.directory(folder.toFile()).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .filter(found -> !found.isBlank())
        .toList();
  }
}
