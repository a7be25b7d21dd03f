package dev.mayfly.bundle.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** A tar archive that a test writes block by block. */
final class ChartTarball {
  private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

  void add(String name, char type, String content) {
    block(header(name, type, content.length()), content);
  }

  static byte[] header(String name, char type, int size) {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 124, String.format(Locale.ROOT, "%011o", size));
    header[156] = (byte) type;
    return header;
  }

  /** A header of one's own, and what stands behind it, filled up. */
  void block(byte[] header, String content) {
    raw(header);
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    raw(bytes);
    raw(new byte[(512 - bytes.length % 512) % 512]);
  }

  void raw(byte[] bytes) {
    tar.writeBytes(bytes);
  }

  static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  byte[] packed() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(tar.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
