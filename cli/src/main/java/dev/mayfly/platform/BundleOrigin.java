package dev.mayfly.platform;

import java.util.Optional;

/**
 * Where a deploy bundle comes from. All but the first are the admins' alone: a pull request brings
 * images, digests and values, and cannot change a manifest.
 */
public sealed interface BundleOrigin {
  /** The pull request's own repository, at its head commit. */
  record PullRequest() implements BundleOrigin {}

  /** A folder of the GitOps repository, at its branch. */
  record GitOpsFolder() implements BundleOrigin {}

  /**
   * Another repository.
   *
   * @param revision a commit, or a tag or branch whose commit is recorded for each preview
   */
  record Repository(String url, String revision) implements BundleOrigin {
    /** Whether the revision is a commit, which no push can move. */
    public boolean isFixed() {
      return revision.matches("[0-9a-f]{40}");
    }
  }

  /**
   * A chart that a registry or an HTTP repository serves.
   *
   * @param address {@code oci://} or {@code https://}, without the chart's name
   * @param version exact; of a range Argo CD would take the newest
   */
  record Registry(String address, String chart, String version) implements BundleOrigin {
    private static final String OCI = "oci://";

    public boolean isOci() {
      return address.startsWith(OCI);
    }

    /** As Argo CD wants it: a registry for Helm without its scheme (Argo CD docs, "Helm"). */
    public String argocdAddress() {
      return isOci() ? address.substring(OCI.length()) : address;
    }
  }

  /** The repository whose tag or branch is followed; empty for all that cannot move by itself. */
  default Optional<Repository> followed() {
    return this instanceof Repository repository && !repository.isFixed()
        ? Optional.of(repository)
        : Optional.empty();
  }

  /** Whether it comes with the pull request. */
  default boolean isPullRequests() {
    return this instanceof PullRequest;
  }
}
