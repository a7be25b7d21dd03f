package dev.mayfly.bundle.build;

import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A chart that the bundle's chart takes in. Argo CD runs {@code helm dependency build} where one is
 * not carried in {@code charts/}, past the project's repositories (Argo CD docs, "Security").
 *
 * @param written where it stands in {@code Chart.yaml}
 */
public record ChartDependency(String name, String version, String repository, Node written) {
  public static final String CARRIED = "charts/";
  private static final String LOCAL = "file://";

  /** The dependencies of the chart, also as Helm 2 wrote them down. */
  public static List<ChartDependency> of(BundleFiles files) {
    return of(files, "");
  }

  /** Those of a chart in this folder, which is empty or ends with a slash. */
  public static List<ChartDependency> of(BundleFiles files, String folder) {
    List<ChartDependency> dependencies = new ArrayList<>();
    for (String file : List.of(folder + "Chart.yaml", folder + "requirements.yaml")) {
      for (Node document : files.has(file) ? files.yaml(file).documents() : List.<Node>of()) {
        document.itemsAt("dependencies").forEach(item -> dependencies.add(read(item)));
      }
    }
    return dependencies;
  }

  private static ChartDependency read(Node item) {
    return new ChartDependency(
        item.textOrEmpty("name"),
        item.textOrEmpty("version"),
        item.textOrEmpty("repository"),
        item);
  }

  /** One that Argo CD would fetch, since the chart does not bring it along. */
  static Optional<ChartDependency> absent(BundleFiles files) {
    return of(files).stream().filter(dependency -> !dependency.isCarried(files)).findFirst();
  }

  /** Whether its name can be that of a folder below {@code charts/}. */
  boolean hasPlainName() {
    return name.matches("[A-Za-z0-9_][A-Za-z0-9._-]*");
  }

  /** Whether it lies in {@code charts/}. */
  public boolean isCarried(BundleFiles files) {
    return isCarried(files, "");
  }

  public boolean isCarried(BundleFiles files, String folder) {
    return files.has(folder + CARRIED + name + "/Chart.yaml")
        || files.has(folder + CARRIED + archive());
  }

  /** The folder that it is in, from the chart's own; empty for a chart of a repository. */
  public Optional<String> local() {
    return repository.startsWith(LOCAL)
        ? Optional.of(repository.substring(LOCAL.length()))
        : Optional.empty();
  }

  /** The name that {@code helm package} gives its archive. */
  public String archive() {
    return name + "-" + version + ".tgz";
  }

  /** Whether the version is one, and not a range of which the newest is taken. */
  public boolean isExact() {
    return version.matches("v?\\d+\\.\\d+\\.\\d+([-+][0-9A-Za-z.+-]+)?");
  }

  /** Whether it comes from one of these repositories. */
  public boolean isFrom(List<String> repositories) {
    String plain =
        repository.endsWith("/") ? repository.substring(0, repository.length() - 1) : repository;
    return repositories.contains(plain);
  }
}
