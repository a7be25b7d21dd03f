package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;

/** A file with values for a chart, of those that Argo CD or Mayfly may read. */
public sealed interface ValueFile {
  String path();

  /** Reads one of a bundle's files: a path in the chart, or a map that says where else it is. */
  static ValueFile read(Node item, Fields bundle) {
    return item instanceof ScalarNode
        ? new InChart(bundle.item(item, BundleSyntaxes.VALUE_FILE))
        : bundle.whole(item, ValueFile::elsewhere);
  }

  private static ValueFile elsewhere(Fields file) {
    return file.raw("gitops") != null
        ? new InGitOps(file.text("gitops", BundleSyntaxes.PATH))
        : new InRepository(file.text("repository", BundleSyntaxes.PATH));
  }

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
