package dev.mayfly.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** How a script ended that was run in a folder with these variables and no others. */
record ScriptRun(int code, String out, String err) {
  /** The home is another folder, where what the script says of errors is kept too. */
  static ScriptRun of(Path folder, Path home, Map<String, String> variables, String... command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().clear();
      builder.environment().put("PATH", System.getenv("PATH"));
      builder.environment().put("HOME", home.toString());
      builder.environment().putAll(variables);
      Path err = home.resolve("err");
      Process process = builder.redirectError(err.toFile()).start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new ScriptRun(process.waitFor(), out, Files.readString(err));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean isRelease() {
    return code == 0 && out.endsWith("/bin/mayfly\n");
  }

  boolean isBuild() {
    return code == 0 && out.endsWith("/mayfly\n") && !isRelease();
  }
}
