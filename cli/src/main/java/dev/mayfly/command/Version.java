package dev.mayfly.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of the program, as the build wrote it. */
final class Version {
  private Version() {}

  static String text() {
    try (var resource = Version.class.getResourceAsStream("/mayfly-version.txt")) {
      return resource == null
          ? "(unknown version)"
          : new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
