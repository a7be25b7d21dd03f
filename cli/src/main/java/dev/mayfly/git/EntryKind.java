package dev.mayfly.git;

import org.eclipse.jgit.lib.FileMode;

/** What a tree entry is, by the type bits of its mode. */
public enum EntryKind {
  FILE("a file"),
  DIRECTORY("a directory"),
  SYMLINK("a symbolic link"),
  SUBMODULE("a submodule"),
  UNKNOWN("an entry of unknown type");

  private final String words;

  EntryKind(String words) {
    this.words = words;
  }

  static EntryKind of(int mode) {
    return switch (mode & FileMode.TYPE_MASK) {
      case FileMode.TYPE_FILE -> FILE;
      case FileMode.TYPE_TREE -> DIRECTORY;
      case FileMode.TYPE_SYMLINK -> SYMLINK;
      case FileMode.TYPE_GITLINK -> SUBMODULE;
      default -> UNKNOWN;
    };
  }

  /** With its article, for messages. */
  public String words() {
    return words;
  }
}
