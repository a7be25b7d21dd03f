package dev.mayfly.git;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/** The conversation with one remote. Throws {@link IOException} for whatever may pass by itself. */
sealed interface Exchange extends AutoCloseable permits WireExchange, DiskExchange {
  /** How much comes with a commit. */
  enum Extent {
    /** The commit and all its trees; blobs only where the server cannot leave them out. */
    TREES,
    /** The commit and all that belongs to it. */
    EVERYTHING,
    /** Commits alone. */
    HISTORY
  }

  /** Holds what was fetched; what is committed is made here too. */
  Repository repository();

  /**
   * All refs whose full names begin with one of these, as one answer has them, and in the same
   * conversation the commits and trees of those that are wanted. Names that are not safe to write
   * are left out.
   */
  SortedMap<RefName, ObjectId> refs(Collection<String> prefixes, Predicate<RefName> wanted)
      throws IOException;

  /** Brings commits by id, this many of each one's history. */
  void fetch(Collection<ObjectId> commits, int depth, Extent extent) throws IOException;

  /** Brings single objects by id. */
  void fetchObjects(Collection<ObjectId> objects) throws IOException;

  /**
   * Moves refs, all or none, and hands on what the other side answers: yes, no, or not together.
   */
  PushOutcome push(List<RefChange> changes) throws IOException;

  /** Whether this commit and at least its root tree are here. */
  default boolean hasTrees(ObjectId commit) {
    try {
      return ForeignObjects.run(() -> {
        try (ObjectReader reader = repository().newObjectReader();
            RevWalk walk = new RevWalk(reader)) {
          return reader.has(commit) && reader.has(walk.parseCommit(commit).getTree());
        }
      });
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  void close();
}
