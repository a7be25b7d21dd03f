package dev.mayfly.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A script that a test starts. Another process writes it: a file that this JVM writes is open as
 * well in whatever another thread starts meanwhile, and Linux runs no program that is being
 * written.
 */
public final class ExecutableScript {
  private ExecutableScript() {}

  /** Makes the folder too; answers the file. */
  public static Path write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      String script = "printf %s \"$1\" >\"$0\" && chmod +x \"$0\"";
      if (new ProcessBuilder("sh", "-c", script, file.toString(), text).start().waitFor() != 0) {
        throw new IllegalStateException("cannot write " + file);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
