package dev.mayfly.diagnostic;

import java.util.Comparator;

/**
 * A span of a source. Lines and columns are 1-based; columns count Unicode code points; the end is
 * exclusive. Line 0 means the file as a whole.
 */
public record Location(Source source, int line, int column, int endLine, int endColumn)
    implements Comparable<Location> {
  private static final Comparator<Location> ORDER =
      Comparator.comparing((Location l) -> l.source.name())
          .thenComparingInt(Location::line)
          .thenComparingInt(Location::column);

  /** The file as a whole, for problems that no line can show. */
  public static Location of(Source source) {
    return new Location(source, 0, 0, 0, 0);
  }

  /** The file of this name as a whole, when its text was never read. */
  public static Location ofFile(String name) {
    return of(new Source(name, ""));
  }

  public String file() {
    return source.name();
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line:column}, or just the file. */
  @Override
  public String toString() {
    return line == 0 ? file() : file() + ":" + line + ":" + column;
  }
}
