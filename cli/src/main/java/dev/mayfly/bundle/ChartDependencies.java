package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.ChartDependency;
import dev.mayfly.platform.BundleOrigin;
import dev.mayfly.preview.UntrustedText;
import java.util.List;

/**
 * A chart takes in other charts only from repositories that the platform lists, and at one version.
 * What it carries in {@code charts/} has to be such a dependency too.
 */
final class ChartDependencies implements BundleCheck {
  private static final String ID = "chart-dependency";
  private static final String WAY_OUT =
      "write its manifests into the chart's own templates, or list"
          + " its repository in `apps[].bundle.dependencies`";

  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    List<String> repositories = bundle.app().bundle().dependencies();
    List<ChartDependency> all = ChartDependency.of(bundle.files());
    for (ChartDependency dependency : all) {
      if (dependency.local().isPresent()) {
        LocalChart.check(bundle.files(), dependency, all, findings);
      } else if (!isServed(bundle, dependency)) {
        fetched(dependency, repositories, findings);
      }
    }
    List<ChartDependency> listed =
        all.stream()
            .filter(d -> d.local().isPresent() || isServed(bundle, d) || d.isFrom(repositories))
            .toList();
    for (String path : bundle.files().all().keySet()) {
      if (path.startsWith(ChartDependency.CARRIED)) {
        carried(bundle, path, listed, findings);
      }
    }
  }

  /** A chart of a registry brings along what it was packed with, so nothing is fetched for it. */
  private static boolean isServed(Bundle bundle, ChartDependency dependency) {
    return bundle.app().bundle().origin() instanceof BundleOrigin.Registry
        && dependency.isCarried(bundle.files());
  }

  private static void fetched(
      ChartDependency dependency, List<String> repositories, BundleFindings findings) {
    String name = "the chart depends on chart `" + UntrustedText.clean(dependency.name(), 60) + "`";
    if (!dependency.isFrom(repositories)) {
      findings.error(
          ID,
          dependency.written().location(),
          name + ", which is fetched from a repository that is not listed",
          WAY_OUT);
    } else if (!dependency.isExact()) {
      findings.error(
          ID,
          dependency.written().location(),
          name + " in a range of versions, of which Helm takes the newest",
          "write one version, such as 1.2.3");
    }
  }

  private static void carried(
      Bundle bundle, String path, List<ChartDependency> listed, BundleFindings findings) {
    String inside = path.substring(ChartDependency.CARRIED.length());
    if (listed.stream().anyMatch(d -> inside.equals(d.archive()))) {
      findings.undecided(
          bundle.files().location(path),
          "a packed chart is not looked into",
          "unpack it below `charts/`");
    } else if (listed.stream().noneMatch(d -> inside.startsWith(d.name() + "/"))) {
      findings.error(
          ID,
          bundle.files().location(path),
          "the chart carries another chart that is not a dependency from a listed repository",
          WAY_OUT);
    }
  }
}
