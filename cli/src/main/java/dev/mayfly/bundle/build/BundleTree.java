package dev.mayfly.bundle.build;

import dev.mayfly.git.EntryKind;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreeEntry;
import dev.mayfly.git.TreePath;
import dev.mayfly.git.WalkBudget;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that lies in one commit, or in a folder like one; read by the rules of Git trees. */
public interface BundleTree {
  /**
   * The files below a folder by their paths from the root; none where there is no such folder.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (refused) at links, submodules, odd names and
   *     more than the budget
   */
  SortedMap<String, byte[]> walk(String folder, WalkBudget budget);

  /** The names of the files that lie at the root itself. */
  List<String> top();

  /** One file; empty where there is none. */
  Optional<byte[]> read(String path, int largest);

  /** What messages call a path from the root. */
  String shown(String path);

  /** The tree of a commit. */
  static BundleTree of(Snapshot snapshot) {
    return new BundleTree() {
      @Override
      public SortedMap<String, byte[]> walk(String folder, WalkBudget budget) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        TreePath path = TreePath.written(folder);
        if (snapshot.find(path).filter(entry -> entry.kind() == EntryKind.FILE).isEmpty()) {
          snapshot.walk(path, budget).forEach((file, bytes) -> files.put(file.toString(), bytes));
        }
        return files;
      }

      @Override
      public List<String> top() {
        return snapshot.list(TreePath.ROOT).stream()
            .filter(entry -> entry.kind() != EntryKind.DIRECTORY)
            .map(TreeEntry::name)
            .toList();
      }

      @Override
      public Optional<byte[]> read(String path, int largest) {
        return snapshot.read(TreePath.written(path), largest);
      }

      @Override
      public String shown(String path) {
        return path;
      }
    };
  }
}
