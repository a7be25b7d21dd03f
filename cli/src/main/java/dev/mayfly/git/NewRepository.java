package dev.mayfly.git;

import dev.mayfly.preview.CommitSha;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;

/** Makes a bare repository with one commit, for trying things out where nothing can break. */
public final class NewRepository {
  private NewRepository() {}

  /**
   * Makes the repository in a folder that must not exist yet.
   *
   * @param files content by path of the first commit
   */
  public static CommitSha create(
      Path directory, RefName branch, SortedMap<String, byte[]> files, CommitText text) {
    HermeticSystem.install();
    try {
      Files.createDirectory(directory);
      try (Repository repository = ScratchRepository.laidOut(directory, branch.full(), "")) {
        return firstCommit(repository, branch, files, text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a repository", e);
    }
  }

  private static CommitSha firstCommit(
      Repository repository, RefName branch, SortedMap<String, byte[]> files, CommitText text)
      throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      DirCache index = DirCache.newInCore();
      DirCacheBuilder entries = index.builder();
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        DirCacheEntry entry = new DirCacheEntry(file.getKey());
        entry.setFileMode(FileMode.REGULAR_FILE);
        entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, file.getValue()));
        entries.add(entry);
      }
      entries.finish();
      ObjectId id = inserter.insert(text.of(index.writeTree(inserter)));
      inserter.flush();
      RefUpdate update = repository.updateRef(branch.full());
      update.setNewObjectId(id);
      update.setExpectedOldObjectId(ObjectId.zeroId());
      if (update.update() != RefUpdate.Result.NEW) {
        throw new IOException("cannot make the branch " + branch.shortName());
      }
      return new CommitSha(id.name());
    }
  }
}
