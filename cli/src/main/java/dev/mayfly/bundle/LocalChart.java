package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.ChartDependency;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.preview.UntrustedText;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Set;

/**
 * A chart that another names by {@code file://}: Argo CD packs it with {@code helm dependency
 * build}, here it stands unpacked in {@code charts/}. Both are the same as long as packing leaves
 * nothing out and does not fail.
 */
final class LocalChart {
  /** What {@code helm create} writes into {@code .helmignore}. */
  private static final Set<String> COMMON =
      Set.of(
          ".DS_Store",
          ".git/",
          ".gitignore",
          ".bzr/",
          ".bzrignore",
          ".hg/",
          ".hgignore",
          ".svn/",
          "*.swp",
          "*.bak",
          "*.tmp",
          "*.orig",
          "*~",
          ".project",
          ".idea/",
          "*.tmproj",
          ".vscode/");

  private LocalChart() {}

  static void check(
      BundleFiles files,
      ChartDependency dependency,
      List<ChartDependency> all,
      BundleFindings findings) {
    Location at = dependency.written().location();
    String name = UntrustedText.clean(dependency.name(), 60);
    if (!dependency.isCarried(files)) {
      findings.error(
          "chart-dependency",
          at,
          "the chart depends on chart `"
              + name
              + "` in a folder that this commit does not have beside or in the chart",
          "`file://` is followed inside the repository, from the chart's own folder");
      return;
    }
    if (all.stream()
        .anyMatch(other ->
            other.name().equals(dependency.name()) && !other.local().equals(dependency.local()))) {
      findings.undecided(
          at, "two charts of the name `" + name + "` are taken in", "give one another name");
    }
    String folder = ChartDependency.CARRIED + dependency.name() + "/";
    for (Node chart : files.yaml(folder + "Chart.yaml").documents()) {
      differs(chart, dependency, findings);
    }
    ignored(files, folder, findings);
    for (ChartDependency inner : ChartDependency.of(files, folder)) {
      if (!inner.isCarried(files, folder)) {
        findings.undecided(
            inner.written().location(),
            "chart `" + name + "` depends on another that is not packed with it",
            "name that one in the first chart's own dependencies");
      }
    }
  }

  private static void differs(Node chart, ChartDependency dependency, BundleFindings findings) {
    String version = chart.textOrEmpty("version");
    boolean same = dependency.name().equals(chart.textAt("name"));
    if (!same || dependency.isExact() && !plain(dependency.version()).equals(plain(version))) {
      findings.error(
          "chart-dependency",
          dependency.written().location(),
          "the chart in this folder has another name or version, so Helm would not take it",
          "write those of its Chart.yaml");
    }
  }

  private static String plain(String version) {
    return version.replaceFirst("^v", "");
  }

  private static void ignored(BundleFiles files, String folder, BundleFindings findings) {
    boolean plain =
        files
            .text(folder + ".helmignore")
            .lines()
            .map(String::strip)
            .allMatch(line -> line.isEmpty() || line.startsWith("#") || COMMON.contains(line));
    boolean matched =
        files.has(folder + ".helmignore")
            && files.all().keySet().stream()
                .filter(path -> path.startsWith(folder))
                .map(path -> path.substring(folder.length()))
                .anyMatch(LocalChart::isLeftOut);
    if (!plain || matched) {
      findings.undecided(
          files.location(folder + ".helmignore"),
          "it may leave files out when the chart is packed",
          "remove it, or what it names");
    }
  }

  private static boolean isLeftOut(String path) {
    return COMMON.stream().map(LocalChart::expression).anyMatch(path::matches);
  }

  private static String expression(String pattern) {
    return "(.*/)?"
        + pattern.replace(".", "\\.").replace("*", "[^/]*")
        + (pattern.endsWith("/") ? ".*" : "");
  }
}
