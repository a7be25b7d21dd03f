package dev.mayfly.git;

import dev.mayfly.diagnostic.Fault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectChecker;

/**
 * A path inside a Git tree, relative to its root. No {@code ..}, no {@code .git} in any disguise,
 * nothing that Windows or macOS would take for another name, no control characters.
 */
public record TreePath(List<String> segments) implements Comparable<TreePath> {
  public static final TreePath ROOT = new TreePath(List.of());
  static final int DEEPEST = 64;

  public TreePath {
    segments = List.copyOf(segments);
    if (segments.size() > DEEPEST || !segments.stream().allMatch(TreePath::isSafe)) {
      throw new IllegalArgumentException("not a path that is safe in a tree");
    }
  }

  /** A path the program itself composes; a bad one is a bug. */
  public static TreePath of(String path) {
    return parse(path)
        .orElseThrow(() -> new IllegalArgumentException("not a path that is safe in a tree"));
  }

  /**
   * A path that somebody wrote into a configuration.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (refused) when a name in it is not safe
   */
  public static TreePath written(String path) {
    return parse(path)
        .orElseThrow(() ->
            Fault.REFUSED.error(
                "unsafe-name",
                "`" + CleanText.of(path) + "` has a name in it that is not safe on every system",
                "rename the file or folder"));
  }

  /** Reads untrusted text; the empty text is the root. */
  public static Optional<TreePath> parse(String path) {
    if (path.isEmpty()) {
      return Optional.of(ROOT);
    }
    List<String> segments = List.of(path.split("/", -1));
    return segments.size() <= DEEPEST && segments.stream().allMatch(TreePath::isSafe)
        ? Optional.of(new TreePath(segments))
        : Optional.empty();
  }

  /** Whether one name may stand in a tree that is read. */
  static boolean isSafe(String segment) {
    byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0
        || bytes.length > 255
        || segment.indexOf(0xFFFD) >= 0
        || !CleanText.of(segment).equals(segment)) {
      return false;
    }
    try {
      new ObjectChecker()
          .setSafeForWindows(true)
          .setSafeForMacOS(true)
          .checkPathSegment(bytes, 0, bytes.length);
      return true;
    } catch (CorruptObjectException e) {
      return false;
    }
  }

  /** Whether one name may be written: lower case, so that no two names can ever be case twins. */
  static boolean isWritable(String segment) {
    return segment.matches("[a-z0-9][a-z0-9._-]{0,62}") && isSafe(segment);
  }

  boolean isWritable() {
    return !segments.isEmpty() && segments.stream().allMatch(TreePath::isWritable);
  }

  public boolean isRoot() {
    return segments.isEmpty();
  }

  public TreePath child(String name) {
    return join(new TreePath(List.of(name)));
  }

  /** The path that another one has which is relative to this. */
  TreePath join(TreePath below) {
    if (isRoot()) {
      return below;
    }
    List<String> longer = new ArrayList<>(segments);
    longer.addAll(below.segments);
    return new TreePath(longer);
  }

  /** The last segment; empty for the root. */
  public String name() {
    return segments.isEmpty() ? "" : segments.getLast();
  }

  /** By hand, as what a record brings is linked anew at every start. */
  @Override
  public boolean equals(Object other) {
    return other instanceof TreePath path && segments.equals(path.segments);
  }

  @Override
  public int hashCode() {
    return segments.hashCode();
  }

  @Override
  public int compareTo(TreePath other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return String.join("/", segments);
  }
}
