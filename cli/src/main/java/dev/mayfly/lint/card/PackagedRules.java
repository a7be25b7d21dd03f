package dev.mayfly.lint.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files about rules that are part of this program. */
final class PackagedRules {
  private PackagedRules() {}

  /** The text of a file by its path below {@code rules/}. */
  static String text(String path) {
    try (InputStream in = PackagedRules.class.getResourceAsStream("/rules/" + path)) {
      if (in == null) {
        throw new IllegalStateException("rules/" + path + " is not in this program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
