package dev.mayfly.diagnostic;

/**
 * A span of a source. Lines and columns are 1-based; columns count Unicode code points; the end is
 * exclusive. Line 0 means the file as a whole.
 */
public record Location(Source source, int line, int column, int endLine, int endColumn)
    implements Comparable<Location> {
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
    int byFile = file().compareTo(other.file());
    if (byFile != 0) {
      return byFile;
    }
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** {@code file:line:column}, or just the file. */
  @Override
  public String toString() {
    return line == 0 ? file() : file() + ":" + line + ":" + column;
  }
}
