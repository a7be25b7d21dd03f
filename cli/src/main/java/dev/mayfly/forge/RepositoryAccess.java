package dev.mayfly.forge;

/** What a user may do in a repository. */
public enum RepositoryAccess {
  WRITE,
  LESS,
  /** The forge would not say; counts as less wherever it matters. */
  UNKNOWN
}
