package dev.mayfly.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * What a test puts into a repository: the very commit that {@code git fast-import} would make of
 * it, without a program for each of the thousands.
 *
 * @param parent the commit before, which keeps what is not among the files
 * @param files texts by path
 */
record FixtureCommit(Optional<String> parent, Map<String, String> files) {
  private static final PersonIdent SOMEBODY =
      new PersonIdent(
          "Test", "test@example.dev", Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  private static final Set<RefUpdate.Result> MOVED =
      EnumSet.of(
          RefUpdate.Result.NEW,
          RefUpdate.Result.FAST_FORWARD,
          RefUpdate.Result.FORCED,
          RefUpdate.Result.NO_CHANGE);

  /** Makes it the tip of a branch; answers its id. */
  String write(Path directory, String branch) {
    try (Repository repository = CommittedFiles.open(directory);
        ObjectInserter objects =
            ((ObjectDirectory) repository.getObjectDatabase()).newPackInserter();
        ObjectReader reader = objects.newReader()) {
      CommitBuilder commit = new CommitBuilder();
      commit.setAuthor(SOMEBODY);
      commit.setCommitter(SOMEBODY);
      commit.setMessage("fixture");
      DirCache tree = DirCache.newInCore();
      if (parent.isPresent()) {
        ObjectId before = ObjectId.fromString(parent.get());
        commit.setParentId(before);
        DirCacheBuilder all = tree.builder();
        ObjectId root = RevCommit.parse(reader.open(before).getBytes()).getTree();
        all.addTree(new byte[0], DirCacheEntry.STAGE_0, reader, root);
        all.finish();
      }
      edit(tree, objects);
      commit.setTreeId(tree.writeTree(objects));
      ObjectId id = objects.insert(commit);
      objects.flush();
      RefUpdate update = repository.updateRef(Constants.R_HEADS + branch);
      update.setNewObjectId(id);
      RefUpdate.Result result = update.forceUpdate();
      if (!MOVED.contains(result)) {
        throw new IllegalStateException(branch + " in " + directory + ": " + result);
      }
      return id.name();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void edit(DirCache tree, ObjectInserter objects) throws IOException {
    DirCacheEditor changes = tree.editor();
    for (Map.Entry<String, String> file : files.entrySet()) {
      ObjectId blob =
          objects.insert(Constants.OBJ_BLOB, file.getValue().getBytes(StandardCharsets.UTF_8));
      changes.add(
          new DirCacheEditor.PathEdit(file.getKey()) {
            @Override
            public void apply(DirCacheEntry entry) {
              entry.setFileMode(FileMode.REGULAR_FILE);
              entry.setObjectId(blob);
            }
          });
    }
    changes.finish();
  }
}
