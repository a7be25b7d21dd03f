package dev.mayfly.event;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that the CI reads after a step; other steps may have written to it before. */
public final class ResultFile {
  private ResultFile() {}

  /** Adds the text at the end. */
  public static void append(Path file, String text) {
    try {
      Files.writeString(
          file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw Fault.CONFIGURATION.error(
          "result-unwritable",
          Location.ofFile(file.toString()),
          "the CI's file `" + file + "` cannot be written",
          "");
    }
  }
}
