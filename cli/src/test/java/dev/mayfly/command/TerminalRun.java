package dev.mayfly.command;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A run of the program in a terminal that is one for the system too: {@code script} of util-linux
 * makes it.
 */
record TerminalRun(int code, String screen) {
  private static final Path SCRIPT = Path.of("/usr/bin/script");

  /** What is typed, and after which words on the screen. */
  record Typed(String after, String keys) {}

  /** Waits for the end of the run, and types these keys meanwhile. */
  static TerminalRun of(Path folder, Map<String, String> env, List<Typed> dialogue, String... args)
      throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(SCRIPT), "script of util-linux is not here");
    List<String> java =
        ProgramProcess.command(
            "-Dmayfly.terminal=true", "-Dmayfly.keyboard=true", "-Djava.io.tmpdir=" + folder);
    java.addAll(List.of(args));
    Path out = folder.resolve("screen.txt");
    // Whoever runs the tests in the background has them ignore Ctrl-C, and all that they start.
    String line = "exec env --default-signal=INT '" + String.join("' '", java) + "'";
    ProcessBuilder builder =
        new ProcessBuilder(SCRIPT.toString(), "-qefc", line, "/dev/null")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().keySet().removeIf(TerminalRun::isOfOurs);
    builder.environment().put("TERM", "xterm");
    builder.environment().putAll(env);
    Process process = builder.start();
    try (var in = process.getOutputStream()) {
      for (Typed typed : dialogue) {
        while (process.isAlive() && !Files.readString(out).contains(typed.after())) {
          Thread.sleep(20);
        }
        in.write(typed.keys().getBytes(StandardCharsets.UTF_8));
        in.flush();
      }
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("it goes on for ever: " + Files.readString(out));
      }
    } finally {
      process.destroyForcibly();
    }
    return new TerminalRun(process.exitValue(), Files.readString(out));
  }

  private static boolean isOfOurs(String name) {
    return name.startsWith("MAYFLY_")
        || name.startsWith("GITHUB_")
        || name.startsWith("GITLAB_")
        || name.equals("CI")
        || name.equals("NO_COLOR")
        || name.toLowerCase(Locale.ROOT).contains("proxy");
  }
}
