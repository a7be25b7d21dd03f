package dev.mayfly.git;

import dev.mayfly.git.RawTree.Slot;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/** Collects the files below a directory of an untrusted tree and stops at the first odd thing. */
final class TreeWalker {
  private final ObjectReader reader;
  private final TreePath start;
  private final WalkBudget budget;
  private int entries;

  TreeWalker(ObjectReader reader, TreePath start, WalkBudget budget) {
    this.reader = reader;
    this.start = start;
    this.budget = budget;
  }

  void collect(List<TreeEntry> top, Map<TreePath, ObjectId> files) throws IOException {
    collect(start, top, 0, files);
  }

  private void collect(
      TreePath here, List<TreeEntry> found, int depth, Map<TreePath, ObjectId> files)
      throws IOException {
    if (depth > budget.depth()) {
      throw GitProblems.overBudget("tree-too-deep", start, "levels of directories", budget.depth());
    }
    Map<String, String> seen = new HashMap<>();
    for (TreeEntry entry : found) {
      if (++entries > budget.entries()) {
        throw GitProblems.overBudget("too-many-entries", start, "entries", budget.entries());
      }
      if (!TreePath.isSafe(entry.name()) || here.segments().size() >= TreePath.DEEPEST) {
        throw GitProblems.unsafeName(here, entry.name());
      }
      TreePath path = here.child(entry.name());
      @Nullable String twin = seen.put(RawTree.fold(entry.name()), entry.name());
      if (twin != null) {
        throw GitProblems.caseTwin(path, twin);
      }
      switch (entry.kind()) {
        case FILE -> files.put(path, entry.objectId());
        case DIRECTORY -> {
          RawTree tree = RawTree.read(reader, entry.objectId());
          collect(path, tree.slots().stream().map(Slot::entry).toList(), depth + 1, files);
        }
        case SYMLINK, SUBMODULE, UNKNOWN -> throw GitProblems.notAFile(path, entry.kind());
      }
    }
  }
}
