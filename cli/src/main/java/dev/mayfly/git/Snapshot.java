package dev.mayfly.git;

import dev.mayfly.git.RawTree.Slot;
import dev.mayfly.preview.CommitSha;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * One commit and all that can be read at it. Links are never followed: a symbolic link or a
 * submodule on the way is refused.
 */
public final class Snapshot {
  private final Repository repository;
  private final Consumer<Collection<ObjectId>> blobs;
  private final RevCommit commit;
  private final ParsedTrees trees;

  /** What the paths are relative to. */
  private final TreePath folder;

  Snapshot(Repository repository, Consumer<Collection<ObjectId>> blobs, ObjectId id)
      throws IOException {
    this.repository = repository;
    this.blobs = blobs;
    this.folder = TreePath.ROOT;
    this.trees = new ParsedTrees();
    this.commit =
        ForeignObjects.run(() -> {
          try (RevWalk walk = new RevWalk(repository)) {
            return walk.parseCommit(id);
          }
        });
  }

  private Snapshot(Snapshot whole, TreePath folder) {
    this.repository = whole.repository;
    this.blobs = whole.blobs;
    this.commit = whole.commit;
    this.folder = folder;
    this.trees = whole.trees;
  }

  /** The same commit as one folder of it looks; all paths are relative to that folder then. */
  public Snapshot below(TreePath below) {
    return new Snapshot(this, folder.join(below));
  }

  /** The same commit from its root. */
  public Snapshot whole() {
    return new Snapshot(this, TreePath.ROOT);
  }

  /** The folder that paths are relative to: the root, unless {@link #below} chose another. */
  public TreePath folder() {
    return folder;
  }

  public CommitSha commit() {
    return new CommitSha(commit.name());
  }

  /** What the commit says, as it was written. */
  public String message() {
    return ForeignObjects.read("a commit", commit::getFullMessage);
  }

  /** The id of the root tree: equal ids mean equal content. */
  public String tree() {
    return commit.getTree().name();
  }

  ObjectId treeId() {
    return commit.getTree().getId();
  }

  /** The entry at this path; empty when there is none. */
  public Optional<TreeEntry> find(TreePath path) {
    return ForeignObjects.read("a tree", () -> found(path));
  }

  private Optional<TreeEntry> found(TreePath inside) throws IOException {
    TreePath path = folder.join(inside);
    try (ObjectReader reader = repository.newObjectReader()) {
      TreeEntry entry = new TreeEntry("", EntryKind.DIRECTORY, tree());
      for (int depth = 0; depth < path.segments().size(); depth++) {
        if (entry.kind() != EntryKind.DIRECTORY) {
          throw GitProblems.inTheWay(new TreePath(path.segments().subList(0, depth)), entry.kind());
        }
        Optional<Slot> slot = trees.read(reader, entry.objectId()).find(path.segments().get(depth));
        if (slot.isEmpty()) {
          return Optional.empty();
        }
        entry = slot.get().entry();
      }
      return Optional.of(entry);
    }
  }

  /** The entries of the directory at this path; none when there is no such directory. */
  public List<TreeEntry> list(TreePath path) {
    Optional<TreeEntry> directory = find(path);
    if (directory.isEmpty()) {
      return List.of();
    }
    if (directory.get().kind() != EntryKind.DIRECTORY) {
      throw GitProblems.inTheWay(path, directory.get().kind());
    }
    return ForeignObjects.read("a tree", () -> entries(directory.get().objectId()));
  }

  private List<TreeEntry> entries(ObjectId tree) throws IOException {
    try (ObjectReader reader = repository.newObjectReader()) {
      return trees.read(reader, tree).slots().stream().map(Slot::entry).toList();
    }
  }

  /** The bytes of the file at this path; empty when there is none. */
  public Optional<byte[]> read(TreePath path, int largest) {
    return Optional.ofNullable(readAll(List.of(path), largest).get(path));
  }

  /** The bytes of all these files that exist, fetched together. */
  public SortedMap<TreePath, byte[]> readAll(Collection<TreePath> paths, int largest) {
    Map<TreePath, ObjectId> wanted = new LinkedHashMap<>();
    for (TreePath path : paths) {
      find(path)
          .ifPresent(entry -> {
            if (entry.kind() != EntryKind.FILE) {
              throw GitProblems.notAFile(path, entry.kind());
            }
            wanted.put(path, entry.objectId());
          });
    }
    return files().load(wanted, largest, Long.MAX_VALUE);
  }

  /** Makes ready to read the files that lie in these directories, in one conversation. */
  public void prepare(Collection<TreePath> directories) {
    List<ObjectId> ids = new ArrayList<>();
    for (TreePath directory : directories) {
      list(directory).stream()
          .filter(entry -> entry.kind() == EntryKind.FILE)
          .forEach(entry -> ids.add(entry.objectId()));
    }
    files().bring(ids);
  }

  /**
   * Every file below a directory. Refuses links, submodules, unsafe names, case twins, and more
   * than the budget.
   */
  public SortedMap<TreePath, byte[]> walk(TreePath directory, WalkBudget budget) {
    List<TreeEntry> top = list(directory);
    Map<TreePath, ObjectId> wanted =
        ForeignObjects.read(
            "a tree",
            () -> {
              Map<TreePath, ObjectId> found = new LinkedHashMap<>();
              try (ObjectReader reader = repository.newObjectReader()) {
                new TreeWalker(reader, directory, budget).collect(top, found);
              }
              return found;
            });
    return files().load(wanted, budget.fileBytes(), budget.totalBytes());
  }

  private SnapshotFiles files() {
    return new SnapshotFiles(repository, blobs);
  }
}
