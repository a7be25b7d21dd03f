package dev.mayfly.platform;

import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.MapNode;
import java.util.List;
import java.util.Optional;

/**
 * Something that can be previewed.
 *
 * @param repositoryUrl what Argo CD clones; made from the forge's address when not written
 * @param projectId GitLab's number of the project, which its webhook needs
 * @param environment what it shares a namespace and a place of the limit with, in one pull request
 * @param paths changed-path gate for monorepos; empty lets every change through
 * @param thirdParty patterns for names of images that pull requests do not build
 * @param values what a Helm bundle is given, with placeholders as written
 * @param workload what all that the bundle runs may request and use together
 * @param routes how it is reached, the primary one first
 * @param resources kinds that the bundle may contain
 */
public record App(
    String name,
    RepositoryName repository,
    String repositoryUrl,
    Optional<String> projectId,
    Optional<String> environment,
    Bundle bundle,
    List<String> paths,
    List<Image> images,
    List<String> thirdParty,
    Optional<MapNode> values,
    Optional<Amounts> workload,
    Bindings bindings,
    List<Route> routes,
    List<ResourceKind> resources,
    Optional<Database> database,
    List<Extra> extras) {
  public App {
    paths = List.copyOf(paths);
    images = List.copyOf(images);
    thirdParty = List.copyOf(thirdParty);
    routes = List.copyOf(routes);
    resources = List.copyOf(resources);
    extras = List.copyOf(extras);
  }

  /**
   * The deploy bundle: what Argo CD renders.
   *
   * @param path its folder, from the root of the repository; a chart of a registry is its own root
   * @param valueFiles what a chart is given before {@code values}, in this order
   * @param dependencies the repositories that a chart may take other charts from
   */
  public record Bundle(
      Kind kind,
      BundleOrigin origin,
      String path,
      List<ValueFile> valueFiles,
      List<String> dependencies) {
    /** How the root of a repository is written. */
    public static final String ROOT = ".";

    public Bundle {
      valueFiles = List.copyOf(valueFiles);
      dependencies = List.copyOf(dependencies);
    }

    /** The tool Argo CD renders it with. */
    public enum Kind {
      KUSTOMIZE,
      HELM,
      DIRECTORY
    }

    /** The same in another folder. */
    public Bundle at(String other) {
      return new Bundle(kind, origin, other, valueFiles, dependencies);
    }

    /** The folder as trees have it, where the root is the empty text. */
    public String folder() {
      return path.equals(ROOT) ? "" : path;
    }

    /**
     * The path inside the bundle of a file of the pull request's repository; empty for one that
     * lies elsewhere.
     */
    public Optional<String> inside(String file) {
      if (!origin.isPullRequests()) {
        return Optional.empty();
      }
      String above = folder().isEmpty() ? "" : folder() + "/";
      return file.startsWith(above)
          ? Optional.of(file.substring(above.length()))
          : Optional.empty();
    }

    /** The value files that Argo CD reads itself, as the Application names them. */
    public List<String> readByArgoCd() {
      return valueFiles.stream()
          .filter(file -> !(file instanceof ValueFile.InGitOps))
          .map(ValueFile::argocdPath)
          .toList();
    }
  }

  public Optional<Image> image(String id) {
    return images.stream().filter(image -> image.id().equals(id)).findFirst();
  }
}
