package dev.mayfly.git;

import dev.mayfly.preview.CommitSha;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which files a branch changed since it left another one, or that this cannot be said. */
public sealed interface ChangedPaths {
  /**
   * Every file that was added, changed or removed; a rename counts as both.
   *
   * @param mergeBase the commit that both sides have in common
   */
  record Known(CommitSha mergeBase, SortedSet<String> paths) implements ChangedPaths {
    public Known {
      paths = Collections.unmodifiableSortedSet(new TreeSet<>(paths));
    }
  }

  /** Too much history, too many files, or nothing in common. Never to be taken for "none". */
  record Unknown(String reason) implements ChangedPaths {}
}
