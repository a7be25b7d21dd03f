package dev.mayfly.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files that are part of this program. */
public final class ProgramFile {
  private ProgramFile() {}

  /**
   * What a file holds.
   *
   * @param path below the program's resources, such as {@code rules/index.txt}
   * @throws IllegalStateException when there is none, which is a fault of the build
   */
  public static byte[] bytes(String path) {
    try (InputStream in = ProgramFile.class.getResourceAsStream("/" + path)) {
      if (in == null) {
        throw new IllegalStateException("`" + path + "` is not in this program");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same of a file that holds text. */
  public static String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }
}
