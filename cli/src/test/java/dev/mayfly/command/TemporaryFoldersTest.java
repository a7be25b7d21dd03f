package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.git.ExecutableScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a run puts what it throws away. */
class TemporaryFoldersTest {
  @TempDir Path temp;

  private record Ran(int code, String said) {}

  private Ran run(Map<String, String> env, String... command) throws Exception {
    Path out = temp.resolve("out.txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(env);
    int code = builder.redirectOutput(out.toFile()).start().waitFor();
    return new Ran(code, Files.readString(out));
  }

  private Ran demo(Path temporary) throws Exception {
    List<String> command = ProgramProcess.command("-Djava.io.tmpdir=" + temporary);
    command.add("demo");
    return run(Map.of(), command.toArray(String[]::new));
  }

  /** Names there are for everybody, and what another user made cannot be written to. */
  @Test
  void noNameIsTakenThatAnotherUserMayHave() throws Exception {
    Path shared = Files.createDirectory(temp.resolve("shared"));
    Files.writeString(shared.resolve("mayfly"), "another's");
    Ran ran = demo(shared);
    assertThat(ran.code()).as(ran.said()).isZero();
    try (Stream<Path> left = Files.list(shared)) {
      assertThat(left).containsExactly(shared.resolve("mayfly"));
    }
  }

  @Test
  void whereNoneCanBeMadeIsSaid() throws Exception {
    Ran ran = demo(temp.resolve("nowhere"));
    assertThat(ran.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(ran.said())
        .contains("error[scratch-folder]: no temporary folder can be made in ", "`TMPDIR`");
  }

  @Test
  void theLauncherHandsTheFolderOn() throws Exception {
    Path program = temp.resolve("image/bin/mayfly");
    Path java = temp.resolve("image/runtime/bin/java");
    ExecutableScript.write(program, Files.readString(Path.of("cli/packaging/launcher.sh")));
    ExecutableScript.write(java, "#!/bin/sh\nprintf '<%s>' \"$@\"\n");
    assertThat(run(Map.of("TMPDIR", "/a b"), program.toString(), "rules").said())
        .contains("<-Djava.io.tmpdir=/a b><-XX:AOTCache=");
    assertThat(run(Map.of("TMPDIR", ""), program.toString(), "rules").said())
        .doesNotContain("tmpdir", "<>");
  }
}
