package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.command.composition.ConfinedProgram;
import dev.mayfly.command.composition.Scratch;
import dev.mayfly.git.ExecutableScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is given a stranger's files can do little with them, and nothing outlives it. */
class ConfinedProgramTest {
  @TempDir Path temp;

  private ConfinedProgram.Output run(String script) throws IOException {
    return run(script, 30);
  }

  private ConfinedProgram.Output run(String script, int seconds) throws IOException {
    ExecutableScript.write(temp.resolve("tool"), "#!/bin/sh\n" + script + "\n");
    ConfinedProgram tool =
        ConfinedProgram.find("tool", Map.of("PATH", "relative:" + temp)).orElseThrow();
    ConfinedProgram bounded = new ConfinedProgram(tool.name(), tool.program(), seconds);
    byte[] content = "text".getBytes(StandardCharsets.UTF_8);
    BundleFiles files = new BundleFiles("", new TreeMap<>(Map.of("sub/a.yaml", content)));
    try (Scratch scratch = Scratch.of(files)) {
      return bounded.run(scratch, scratch.bundle(), List.of("one argument", "$HOME"));
    }
  }

  @Test
  void itSeesTheBundleAndItsArgumentsAndNothingElse() throws IOException {
    String said =
        run("while read -r l; do echo \"in: $l\"; done; echo $# \"$2\"; echo *; "
                + "export -p; command -v ls git cat || echo none")
            .output();
    assertThat(said).startsWith("2 $HOME\nsub\n").endsWith("none\n");
    assertThat(said.lines().filter(line -> line.startsWith("export ")))
        .allMatch(line ->
            line.matches(
                "export (PATH|HOME|TMPDIR|XDG_\\w+|HELM_PLUGINS|KUBECONFIG|GOMEMLIMIT|HTTPS?_PROXY"
                    + "|NO_PROXY|PWD|OLDPWD|SHLVL|_)(=.*)?"));
  }

  @Test
  void theFolderIsGoneAfterwards() throws IOException {
    Path folder = Path.of(run("echo \"$HOME\"").output().strip());
    assertThat(folder.getParent()).isAbsolute().doesNotExist();
  }

  @Test
  void outputIsBoundedWhileItIsRead() throws IOException {
    Instant start = Instant.now();
    ConfinedProgram.Output said =
        run("while :; do echo yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy; done");
    assertThat(said.failure()).isEqualTo("it yields more than 8388608 bytes");
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(29));
  }

  @Test
  void warningsDoNotEndIt() throws IOException {
    String script =
        "i=0; while [ $i -lt 9999 ]; do i=$((i + 1)); echo warning >&2; done; echo fine";
    assertThat(run(script).output()).isEqualTo("fine\n");
  }

  @Test
  void timeIsBounded() throws IOException {
    assertThat(run("/bin/sleep 60", 1).failure()).isEqualTo("it takes longer than 1 seconds");
    assertThat(run("while :; do :; done", 1).failure()).isNotEmpty();
  }

  @Test
  void memoryIsBounded() throws IOException {
    assertThat(run("ulimit -v; ulimit -t").output()).isEqualTo("4000000\n30\n");
  }

  @Test
  void whatItWritesIsBounded() throws IOException {
    ConfinedProgram.Output said =
        run("x=0123456789abcdef; while :; do x=$x$x; echo \"$x\" >> big || exit 3; done");
    assertThat(said.failure()).isNotEmpty();
  }

  @Test
  void whatItSaysOfItsFailureIsClean() throws IOException {
    ConfinedProgram.Output said =
        run("printf '\\033[31m%s/sub: no\\n::error::x\\n' \"$PWD\" >&2; exit 1");
    assertThat(said.output()).isEmpty();
    assertThat(said.failure()).isEqualTo("[31mbundle/sub: no ::error::x");
    assertThat(run("exit 7").failure()).isEqualTo("it says nothing");
  }
}
