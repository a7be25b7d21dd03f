package dev.mayfly.git;

import dev.mayfly.git.RawTree.Slot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Proof, made before each push and apart from the code that edited, that two trees differ inside
 * the given directories only: mode, name and id of every entry beside the path are compared.
 */
record SiblingsUntouched(ObjectReader reader) {
  /** Throws when anything else changed; that is a bug, never a user's mistake. */
  void check(ObjectId before, ObjectId after, Collection<TreePath> changed) throws IOException {
    check(
        RawTree.read(reader, before),
        RawTree.read(reader, after),
        changed.stream().map(TreePath::segments).toList());
  }

  private void check(RawTree before, RawTree after, Collection<List<String>> changed)
      throws IOException {
    Map<String, List<List<String>>> below = new TreeMap<>();
    for (List<String> path : changed) {
      below.computeIfAbsent(path.getFirst(), name -> new ArrayList<>()).add(rest(path));
    }
    if (!others(before, below).equals(others(after, below))) {
      throw new AssertionError("an edit touched what lies beside its own directory");
    }
    for (Map.Entry<String, List<List<String>>> entry : below.entrySet()) {
      if (entry.getValue().stream().noneMatch(List::isEmpty)) {
        check(subtree(before, entry.getKey()), subtree(after, entry.getKey()), entry.getValue());
      }
    }
  }

  private static List<String> rest(List<String> path) {
    return path.subList(1, path.size());
  }

  private static List<String> others(RawTree tree, Map<String, ?> changed) {
    return tree.slots().stream()
        .filter(slot -> !changed.containsKey(slot.name()))
        .map(slot -> slot.mode() + Arrays.toString(slot.rawName()) + slot.id().name())
        .toList();
  }

  private RawTree subtree(RawTree tree, String name) throws IOException {
    Optional<Slot> slot = tree.find(name);
    if (slot.isEmpty()) {
      return RawTree.EMPTY;
    }
    if (slot.get().kind() != EntryKind.DIRECTORY) {
      throw new AssertionError("an edit made or met something else than a directory");
    }
    return RawTree.read(reader, slot.get().id());
  }
}
