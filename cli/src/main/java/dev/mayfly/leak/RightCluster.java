package dev.mayfly.leak;

import dev.mayfly.diagnostic.Counted;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.platform.Platform;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Optional;

/**
 * Makes sure that listings are of the cluster that a platform's previews run in: of any other they
 * would show that nothing leaks, or that all does.
 */
public final class RightCluster {
  private RightCluster() {}

  /**
   * @param files what the listings are called
   * @throws ProblemsException (configuration) when nothing shows that they are
   */
  public static void require(ListedCluster cluster, Platform platform, List<String> files) {
    String name = platform.argocd().project();
    Optional<Node> project = cluster.projects().get(name);
    String repository = platform.gitops().repository();
    if (project.isPresent() && ClusterProject.deniesSource(project.get(), repository)) {
      throw another(
          files,
          "the AppProject `%s` in %s does not read `%s`, so its previews are of another GitOps repository"
              .formatted(name, names(files), repository));
    }
    if (cluster.objects() == 0) {
      throw another(files, "no object is listed in " + names(files));
    }
    if (!cluster.isOfPlatform() && project.isEmpty()) {
      throw another(
          files,
          "of %s in %s none is of the platform `%s`"
              .formatted(Counted.of(cluster.objects(), "object"), names(files), platform.name()));
    }
  }

  private static ProblemsException another(List<String> files, String message) {
    return Fault.CONFIGURATION.error(
        "another-cluster",
        Location.ofFile(files.getFirst()),
        message,
        "list the cluster of this platform with what `mayfly leaks --ask` prints");
  }

  private static String names(List<String> files) {
    return files.size() == 1 ? "`" + files.getFirst() + "`" : files.size() + " files";
  }
}
