package dev.mayfly.platform;

import dev.mayfly.platform.App.Bundle;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.Choice;
import dev.mayfly.yaml.Fields;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code spec.apps[].bundle}. */
final class BundleReader {
  private BundleReader() {}

  static Bundle read(Fields app, ForgeSettings forge) {
    try (Fields bundle = app.requiredMap("bundle")) {
      Bundle.Kind kind = bundle.requiredChoice("kind", Choice.of(Bundle.Kind.values()));
      BundleOrigin origin = origin(bundle, forge);
      String path =
          origin instanceof BundleOrigin.Registry
              ? Bundle.ROOT
              : bundle.text("path", BundleSyntaxes.BUNDLE_PATH);
      return new Bundle(
          kind,
          origin,
          path,
          valueFiles(bundle),
          bundle.texts("dependencies", BundleSyntaxes.CHART_REPOSITORY));
    }
  }

  /** The keys decide which of the three it is; those of the others are then unknown. */
  private static BundleOrigin origin(Fields bundle, ForgeSettings forge) {
    Optional<Fields> written = bundle.map("from");
    if (written.isEmpty()) {
      return new BundleOrigin.PullRequest();
    }
    try (Fields from = written.get()) {
      if (from.raw("registry") != null) {
        return new BundleOrigin.Registry(
            from.text("registry", BundleSyntaxes.CHART_REPOSITORY),
            from.text("chart", BundleSyntaxes.CHART_NAME),
            from.text("version", BundleSyntaxes.CHART_VERSION));
      }
      if (from.raw("repository") != null) {
        return new BundleOrigin.Repository(
            address(from, forge), from.text("revision", BundleSyntaxes.REVISION));
      }
      if (!from.flag("gitops", false) && bundle.raw("from") instanceof MapNode) {
        from.problems()
            .error(
                "missing-field",
                bundle.location("from"),
                "`from` does not say where the bundle comes from",
                "write `gitops: true`, `repository` with `revision`, or `registry` with `chart` and"
                    + " `version`; without `from` it comes from the pull request");
      }
      return new BundleOrigin.GitOpsFolder();
    }
  }

  private static String address(Fields from, ForgeSettings forge) {
    String written = from.text("repository", BundleSyntaxes.BUNDLE_REPOSITORY);
    Optional<RepositoryName> name = RepositoryName.parse(written);
    if (name.isEmpty() || written.contains(":")) {
      return written;
    }
    if (forge.url().isEmpty()) {
      from.problems()
          .error(
              "repository-url-unknown",
              from.location("repository"),
              "without a forge Argo CD has no address to clone `" + written + "` from",
              "write its whole address, or `forge.url`");
    }
    return forge.url() + "/" + written + ".git";
  }

  private static List<ValueFile> valueFiles(Fields bundle) {
    List<ValueFile> files = new ArrayList<>();
    Node written = bundle.raw("valueFiles");
    if (written instanceof ListNode list) {
      list.items().forEach(item -> files.add(valueFile(item, bundle)));
    } else if (written != null) {
      bundle
          .problems()
          .error("wrong-type", written.location(), "expected a list, found " + written.describe());
    }
    return files;
  }

  private static ValueFile valueFile(Node item, Fields bundle) {
    if (item instanceof ScalarNode) {
      return new ValueFile.InChart(bundle.item(item, BundleSyntaxes.VALUE_FILE));
    }
    try (Fields file = new Fields(item, bundle.problems())) {
      return file.raw("gitops") != null
          ? new ValueFile.InGitOps(file.text("gitops", BundleSyntaxes.PATH))
          : new ValueFile.InRepository(file.text("repository", BundleSyntaxes.PATH));
    }
  }
}
