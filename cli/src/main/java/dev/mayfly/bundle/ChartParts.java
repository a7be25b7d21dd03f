package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.Vocabulary;
import java.util.List;
import java.util.Optional;

/**
 * A chart brings no CRDs, which belong to the cluster and outlive the preview, and no template that
 * yields one thing here and another in the cluster. The same holds of the charts that it carries.
 */
final class ChartParts implements BundleCheck {
  /** The chart itself, or one that it carries, at any depth. */
  private static final String CARRIED = "(charts/[^/]+/)*+";

  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    if (!bundle.files().has("Chart.yaml")) {
      findings.error("no-chart", bundle.files().location(""), "the bundle has no Chart.yaml", "");
      return;
    }
    for (String path : bundle.files().all().keySet()) {
      if (path.matches(CARRIED + "(Chart\\.yaml|requirements\\.yaml)")) {
        Vocabulary.checkChart(bundle.files(), path, findings);
      } else if (path.matches(CARRIED + "values\\.schema\\.json")) {
        ValuesSchema.check(bundle.files(), path, findings);
      } else if (path.matches(CARRIED + "crds/.*")) {
        findings.error(
            "chart-crds",
            bundle.files().location(path),
            "CRDs belong to the whole cluster",
            "install them with the platform");
      }
    }
    List<String> templates =
        bundle.files().all().keySet().stream()
            .filter(path -> path.matches(CARRIED + "templates/.*"))
            .toList();
    ChartRoot root = ChartRoot.of(templates.stream().map(bundle.files()::text).toList());
    for (String path : templates) {
      wayward(bundle, path, root, findings);
    }
  }

  private static void wayward(Bundle bundle, String path, ChartRoot root, BundleFindings findings) {
    Optional<String> word = root.wayward(bundle.files().text(path));
    word.ifPresent(found ->
        findings.undecided(
            bundle.files().location(path),
            "`" + found + "` can make the cluster render something else than is seen here",
            "take a value instead, and name each field that is read"));
  }
}
