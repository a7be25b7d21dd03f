package dev.mayfly.bundle.build;

import dev.mayfly.yaml.ListNode;
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

  /** The dependencies of the chart, also as Helm 2 wrote them down. */
  public static List<ChartDependency> of(BundleFiles files) {
    List<ChartDependency> dependencies = new ArrayList<>();
    for (String file : List.of("Chart.yaml", "requirements.yaml")) {
      for (Node document : files.has(file) ? files.yaml(file).documents() : List.<Node>of()) {
        if (document.at("dependencies") instanceof ListNode list) {
          list.items().forEach(item -> dependencies.add(read(item)));
        }
      }
    }
    return dependencies;
  }

  private static ChartDependency read(Node item) {
    return new ChartDependency(
        text(item, "name"), text(item, "version"), text(item, "repository"), item);
  }

  private static String text(Node item, String key) {
    return Optional.ofNullable(item.textAt(key)).orElse("");
  }

  /** One that Argo CD would fetch, since the chart does not bring it along. */
  static Optional<ChartDependency> absent(BundleFiles files) {
    return of(files).stream().filter(dependency -> !dependency.isCarried(files)).findFirst();
  }

  private boolean isCarried(BundleFiles files) {
    return files.has(CARRIED + name + "/Chart.yaml") || files.has(CARRIED + archive());
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
