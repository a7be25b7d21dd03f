package dev.mayfly.platform;

/** A file with values for a chart, of those that Argo CD or Mayfly may read. */
public sealed interface ValueFile {
  String path();

  /** In the chart itself. */
  record InChart(String path) implements ValueFile {}

  /** In the repository that the chart lies in, by its path from the root. */
  record InRepository(String path) implements ValueFile {}

  /**
   * In the GitOps repository. Mayfly reads it and hands its content over: Argo CD would need a
   * third source for it.
   */
  record InGitOps(String path) implements ValueFile {}

  /** How the Application names it; a leading slash is the root of the repository (Argo CD docs). */
  default String argocdPath() {
    return this instanceof InRepository ? "/" + path() : path();
  }
}
