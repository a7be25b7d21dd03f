package dev.mayfly.git;

import java.util.Collection;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Brings blobs that a blob-less fetch left behind. JGit has no lazy (promisor) fetch of its own.
 */
@FunctionalInterface
interface BlobSource {
  /** For a repository that has all its objects. */
  BlobSource COMPLETE = missing -> {};

  /** Fetches these blobs in one go; those that cannot be had stay missing. */
  void bring(Collection<ObjectId> missing);
}
