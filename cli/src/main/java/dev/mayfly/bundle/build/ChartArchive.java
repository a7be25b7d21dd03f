package dev.mayfly.bundle.build;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.TreePath;
import dev.mayfly.git.WalkBudget;
import dev.mayfly.platform.BundleOrigin;
import dev.mayfly.preview.UntrustedText;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks a chart into memory: a tar of plain files in one folder, compressed (Helm docs, "The
 * chart archive"). Links, devices, odd names, a file that stands twice and more than a bundle may
 * hold are refused.
 */
public final class ChartArchive {
  private static final int BLOCK = 512;
  private static final WalkBudget BUDGET = WalkBudget.BUNDLE;

  private final String name;
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private String folder = "";
  private int entries;
  private long bytes;

  private ChartArchive(String name) {
    this.name = name;
  }

  /**
   * The files of a packed chart, without the folder that they are packed in.
   *
   * @throws ProblemsException (refused) when it is no such archive
   */
  public static BundleFiles read(BundleOrigin.Registry origin, byte[] packed) {
    ChartArchive archive = new ChartArchive(origin.chart() + "-" + origin.version());
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(packed)))) {
      archive.unpack(in);
    } catch (IOException e) {
      throw archive.refused("is not a compressed tar archive, or only a part of one");
    }
    return new BundleFiles(archive.name, archive.files);
  }

  private void unpack(DataInputStream in) throws IOException {
    String longName = "";
    byte[] header = new byte[BLOCK];
    while (in.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
      long size = size(header);
      if (++entries > BUDGET.entries() || size > BUDGET.fileBytes()) {
        throw refused("has more or larger files than a bundle may have");
      }
      bytes += size;
      if (bytes > BUDGET.totalBytes()) {
        throw refused("is larger than a bundle may be");
      }
      byte[] content = in.readNBytes((int) size);
      if (content.length < size) {
        throw refused("ends in the middle of a file");
      }
      in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
      char type = (char) header[156];
      String path = longName.isEmpty() ? name(header) : longName;
      longName = "";
      switch (type) {
        case '0', '\0' -> file(path, content);
        case '5', 'g' -> {} // a folder; notes about all
        case 'L' -> longName = text(content, 0, content.length);
        case 'x' -> longName = pathOf(new String(content, StandardCharsets.UTF_8));
        default -> throw refused("holds `" + shown(path) + "`, which is not a plain file");
      }
    }
    if (files.isEmpty()) {
      throw refused("holds no file");
    }
  }

  private void file(String path, byte[] content) {
    int slash = path.indexOf('/');
    if (slash < 1 || TreePath.parse(path).isEmpty()) {
      throw refused("holds `" + shown(path) + "`, whose name is not safe on every system");
    }
    if (!folder.isEmpty() && !folder.equals(path.substring(0, slash))) {
      throw refused("holds more than one folder");
    }
    folder = path.substring(0, slash);
    if (files.put(path.substring(slash + 1), content) != null) {
      throw refused("holds `" + shown(path) + "` twice");
    }
  }

  /** Octal digits; a larger size has another form, which no file of a bundle needs. */
  private long size(byte[] header) {
    String digits = text(header, 124, 12).strip();
    if (!digits.matches("[0-7]{1,11}")) {
      throw refused("has a file whose size is not understood");
    }
    return Long.parseLong(digits, 8);
  }

  private static String name(byte[] header) {
    boolean prefixed = text(header, 257, 5).equals("ustar") && header[345] != 0;
    String name = text(header, 0, 100);
    return prefixed ? text(header, 345, 155) + "/" + name : name;
  }

  /** The path among the records {@code length key=value} of an extended header (POSIX pax). */
  private String pathOf(String records) {
    if (records
        .lines()
        .anyMatch(line -> line.matches("[0-9]+ (size|linkpath|GNU\\.sparse.*)=.*"))) {
      throw refused("has a file whose size or kind is not understood");
    }
    return records
        .lines()
        .map(line -> line.replaceFirst("^[0-9]+ ", ""))
        .filter(line -> line.startsWith("path="))
        .map(line -> line.substring("path=".length()))
        .reduce("", (first, second) -> second);
  }

  private static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  private static String shown(String path) {
    return UntrustedText.clean(path, 80);
  }

  private ProblemsException refused(String why) {
    return Fault.REFUSED.error("chart-archive", "the chart `" + name + "` " + why, "");
  }
}
