package dev.mayfly.git;

import org.eclipse.jgit.lib.ObjectId;

/**
 * One entry of a tree as it is stored. The name may hold anything Git allows; it is cleaned before
 * it is shown, and it becomes a {@link TreePath} only if it is safe.
 */
public record TreeEntry(String name, EntryKind kind, String id) {
  ObjectId objectId() {
    return ObjectId.fromString(id);
  }
}
