package dev.mayfly;

import dev.mayfly.command.console.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs many command lines in one process, so that one AOT cache knows what all of them load. Only
 * the build of the image starts it: {@code Rehearsal FILE FOLDER}.
 */
final class Rehearsal {
  private Rehearsal() {}

  public static void main(String[] args) throws IOException {
    Console console = Console.system();
    Console silent = console.withOutput(new PrintStream(OutputStream.nullOutputStream()));
    for (String line : Files.readAllLines(Path.of(args[0]), StandardCharsets.UTF_8)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> words = List.of(line.strip().replace("@OUT@", args[1]).split(" +"));
      int code = Main.run(words, silent);
      if (code != 0) {
        console.err().println("rehearsal: `" + line + "` ended with exit code " + code);
        console.err().flush();
        System.exit(code);
      }
    }
  }
}
