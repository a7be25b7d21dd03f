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
 * @param paths changed-path gate for monorepos; empty lets every change through
 * @param values what a Helm bundle is given, with placeholders as written
 * @param workload what all that the bundle runs may request and use together
 * @param resources kinds that the bundle may contain
 */
public record App(
    String name,
    RepositoryName repository,
    String repositoryUrl,
    Optional<String> projectId,
    Bundle bundle,
    List<String> paths,
    List<Image> images,
    Optional<MapNode> values,
    Optional<Amounts> workload,
    Bindings bindings,
    Optional<Service> service,
    List<ResourceKind> resources,
    Optional<Database> database) {
  public App {
    paths = List.copyOf(paths);
    images = List.copyOf(images);
    resources = List.copyOf(resources);
  }

  /**
   * The deploy bundle: a folder of the app's repository that Argo CD renders.
   *
   * @param dependencies the repositories that a chart may take other charts from
   */
  public record Bundle(Kind kind, String path, List<String> dependencies) {
    public Bundle {
      dependencies = List.copyOf(dependencies);
    }

    /** The tool Argo CD renders it with. */
    public enum Kind {
      KUSTOMIZE,
      HELM,
      DIRECTORY
    }
  }

  public Optional<Image> image(String id) {
    return images.stream().filter(image -> image.id().equals(id)).findFirst();
  }
}
