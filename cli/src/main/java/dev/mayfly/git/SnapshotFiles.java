package dev.mayfly.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/**
 * Reads files whose ids are known, those that are missing in one conversation.
 *
 * @param blobs brings those that a blob-less fetch left behind, all at once, and leaves out what
 *     cannot be had: JGit has no lazy (promisor) fetch of its own
 */
record SnapshotFiles(Repository repository, Consumer<Collection<ObjectId>> blobs) {

  SortedMap<TreePath, byte[]> load(Map<TreePath, ObjectId> wanted, int largest, long allTogether) {
    return ForeignObjects.read("a file", () -> loaded(wanted, largest, allTogether));
  }

  /** Fetches those that are missing. */
  void bring(Collection<ObjectId> wanted) {
    ForeignObjects.read(
        "a file",
        () -> {
          try (ObjectReader reader = repository.newObjectReader()) {
            bring(reader, wanted);
            return wanted;
          }
        });
  }

  private void bring(ObjectReader reader, Collection<ObjectId> wanted) throws IOException {
    List<ObjectId> missing = new ArrayList<>();
    for (ObjectId id : wanted) {
      if (!reader.has(id)) {
        missing.add(id);
      }
    }
    if (!missing.isEmpty()) {
      blobs.accept(missing);
    }
  }

  private SortedMap<TreePath, byte[]> loaded(
      Map<TreePath, ObjectId> wanted, int largest, long allTogether) throws IOException {
    SortedMap<TreePath, byte[]> found = new TreeMap<>();
    try (ObjectReader reader = repository.newObjectReader()) {
      bring(reader, wanted.values());
      long total = 0;
      for (Map.Entry<TreePath, ObjectId> file : wanted.entrySet()) {
        ObjectLoader loader = reader.open(file.getValue(), Constants.OBJ_BLOB);
        if (loader.getSize() > largest) {
          throw GitProblems.overBudget("file-too-large", file.getKey(), "bytes", largest);
        }
        total += loader.getSize();
        if (total > allTogether) {
          throw GitProblems.overBudget(
              "tree-too-large", file.getKey(), "bytes with all before it", allTogether);
        }
        found.put(file.getKey(), loader.getCachedBytes(largest));
      }
      return found;
    }
  }
}
