package dev.mayfly.manifest;

import dev.mayfly.yaml.Choice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** Every bundled JSON Schema, by its path below {@code schemas/}. */
public enum SchemaName {
  PLATFORM("mayfly.schema.json", "mayfly.yaml, the file that admins own");

  private final String path;
  private final String subject;

  SchemaName(String path, String subject) {
    this.path = path;
    this.subject = subject;
  }

  public String path() {
    return path;
  }

  /** What the schema is for, in a few words. */
  public String subject() {
    return subject;
  }

  /** What a user calls it: {@code platform}. */
  public String word() {
    return Choice.word(this);
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(SchemaName::word).toList();
  }

  /** The schema's text, as it lies in the project. */
  public byte[] bytes() {
    try (InputStream in = SchemaName.class.getResourceAsStream("/schemas/" + path)) {
      if (in == null) {
        throw new IllegalStateException("the schema " + path + " is not in this program");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
