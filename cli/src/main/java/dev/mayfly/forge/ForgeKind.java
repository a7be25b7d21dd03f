package dev.mayfly.forge;

/** The forges that are spoken to. */
public enum ForgeKind {
  GITHUB,
  GITLAB,
  /** Gitea and Forgejo. */
  GITEA,
  /** Plain Git: no pull requests can be read or made. */
  NONE
}
