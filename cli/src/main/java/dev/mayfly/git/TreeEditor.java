package dev.mayfly.git;

import dev.mayfly.git.RawTree.Slot;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.TreeFormatter;

/**
 * Copies the trees along a changed path and nothing else: the cost is the depth of the path times
 * the width of its directories, however large the repository (JGit's {@code DirCache} would read
 * every tree).
 */
record TreeEditor(ObjectReader reader, ObjectInserter inserter) {
  /** The root tree after all edits; equal to the given one when nothing changes. */
  ObjectId apply(ObjectId root, List<TreeEdit> edits) throws IOException {
    ObjectId edited = root;
    for (TreeEdit edit : edits) {
      RawTree tree = rewrite(read(edited), edit, 0);
      edited = inserter.insert(Constants.OBJ_TREE, tree.bytes());
    }
    return edited;
  }

  /** The tree at this depth of the edit's path, with the next segment rewritten. */
  private RawTree rewrite(RawTree tree, TreeEdit edit, int depth) throws IOException {
    List<String> segments = edit.directory().segments();
    String name = segments.get(depth);
    TreePath here = new TreePath(segments.subList(0, depth + 1));
    Optional<Slot> twin = tree.twinOf(name);
    if (twin.isPresent()) {
      throw GitProblems.caseTwin(here, twin.get().name());
    }
    Optional<Slot> slot = tree.find(name);
    if (slot.isPresent() && slot.get().kind() != EntryKind.DIRECTORY) {
      throw GitProblems.inTheWay(here, slot.get().kind());
    }
    RawTree old = slot.isPresent() ? read(slot.get().id()) : RawTree.EMPTY;
    RawTree changed =
        depth + 1 < segments.size() ? rewrite(old, edit, depth + 1) : target(old, edit);
    if (changed.isEmpty()) {
      return tree.without(name);
    }
    return tree.withDirectory(name, inserter.insert(Constants.OBJ_TREE, changed.bytes()));
  }

  private RawTree target(RawTree old, TreeEdit edit) throws IOException {
    for (Slot slot : old.slots()) {
      if (slot.kind() != EntryKind.FILE) {
        throw GitProblems.foreignEntry(edit.directory(), slot.entry());
      }
    }
    return switch (edit) {
      case TreeEdit.Remove remove -> RawTree.EMPTY;
      case TreeEdit.Replace replace -> {
        TreeFormatter formatter = new TreeFormatter();
        for (Map.Entry<String, byte[]> file : replace.files().entrySet()) {
          formatter.append(
              file.getKey(),
              FileMode.REGULAR_FILE,
              inserter.insert(Constants.OBJ_BLOB, file.getValue()));
        }
        yield RawTree.parse(formatter.toByteArray());
      }
    };
  }

  private RawTree read(ObjectId tree) throws IOException {
    return RawTree.read(reader, tree);
  }
}
