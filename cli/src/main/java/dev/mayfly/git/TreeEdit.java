package dev.mayfly.git;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is to become of one directory. Everything outside it stays as it is. */
public sealed interface TreeEdit {
  TreePath directory();

  /** The directory holds exactly these files afterwards. */
  record Replace(TreePath directory, SortedMap<String, byte[]> files) implements TreeEdit {
    public Replace {
      requireWritable(directory);
      if (files.isEmpty() || !files.keySet().stream().allMatch(TreePath::isWritable)) {
        throw new IllegalArgumentException("a directory is written with at least one plain name");
      }
      files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }
  }

  /** The directory is gone afterwards, and with it every parent that became empty. */
  record Remove(TreePath directory) implements TreeEdit {
    public Remove {
      requireWritable(directory);
    }
  }

  /** The same edit, with its directory relative to a parent of this folder. */
  default TreeEdit in(TreePath folder) {
    return switch (this) {
      case Replace(TreePath directory, SortedMap<String, byte[]> files) ->
          new Replace(folder.join(directory), files);
      case Remove(TreePath directory) -> new Remove(folder.join(directory));
    };
  }

  private static void requireWritable(TreePath directory) {
    if (!directory.isWritable()) {
      throw new IllegalArgumentException("not a directory that is written here");
    }
  }
}
