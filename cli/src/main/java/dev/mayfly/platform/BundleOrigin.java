package dev.mayfly.platform;

import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.Fields;
import dev.mayfly.yaml.MapNode;
import java.util.Optional;

/**
 * Where a deploy bundle comes from. All but the first are the admins' alone: a pull request brings
 * images, digests and values, and cannot change a manifest.
 */
public sealed interface BundleOrigin {
  /** The keys of {@code from} decide which it is; those of the others are then unknown. */
  static BundleOrigin read(Fields bundle, ForgeSettings forge) {
    return bundle.map("from", from -> read(from, bundle, forge)).orElseGet(PullRequest::new);
  }

  private static BundleOrigin read(Fields from, Fields bundle, ForgeSettings forge) {
    if (from.raw("registry") != null) {
      return new Registry(
          from.text("registry", BundleSyntaxes.CHART_REPOSITORY),
          from.text("chart", BundleSyntaxes.CHART_NAME),
          from.text("version", BundleSyntaxes.CHART_VERSION));
    }
    if (from.raw("repository") != null) {
      return new Repository(address(from, forge), from.text("revision", BundleSyntaxes.REVISION));
    }
    if (!from.flag("gitops", false) && bundle.raw("from") instanceof MapNode) {
      from.error(
          "missing-field",
          "",
          "the source is missing: `from` does not say where the bundle comes from",
          "write `gitops: true`, `repository` with `revision`, or `registry` with `chart` and"
              + " `version`; without `from` it comes from the pull request");
    }
    return new GitOpsFolder();
  }

  private static String address(Fields from, ForgeSettings forge) {
    String written = from.text("repository", BundleSyntaxes.BUNDLE_REPOSITORY);
    Optional<RepositoryName> name = RepositoryName.parse(written);
    if (name.isEmpty() || written.contains(":")) {
      return written;
    }
    if (forge.url().isEmpty()) {
      from.error(
          "repository-url-unknown",
          "repository",
          "without a forge, the URL of `" + written + "` is unknown",
          "write its whole address, or `forge.url`");
    }
    return forge.url() + "/" + written + ".git";
  }

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
