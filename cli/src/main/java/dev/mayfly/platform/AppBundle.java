package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import java.util.List;
import java.util.Optional;

/**
 * The deploy bundle of an app: what Argo CD renders.
 *
 * @param path its folder, from the root of the repository; a chart of a registry is its own root
 * @param valueFiles what a chart is given before {@code values}, in this order
 * @param dependencies the repositories that a chart may take other charts from
 */
public record AppBundle(
    Kind kind,
    BundleOrigin origin,
    String path,
    List<ValueFile> valueFiles,
    List<String> dependencies) {
  /** How the root of a repository is written. */
  public static final String ROOT = ".";

  public AppBundle {
    valueFiles = List.copyOf(valueFiles);
    dependencies = List.copyOf(dependencies);
  }

  static AppBundle read(Fields bundle, ForgeSettings forge) {
    Kind kind = bundle.requiredChoice("kind", Kind.values());
    BundleOrigin origin = BundleOrigin.read(bundle, forge);
    return new AppBundle(
        kind,
        origin,
        origin instanceof BundleOrigin.Registry
            ? ROOT
            : bundle.text("path", BundleSyntaxes.BUNDLE_PATH),
        bundle.items("valueFiles").stream().map(item -> ValueFile.read(item, bundle)).toList(),
        bundle.texts("dependencies", BundleSyntaxes.CHART_REPOSITORY));
  }

  /** The tool Argo CD renders it with. */
  public enum Kind {
    KUSTOMIZE,
    HELM,
    DIRECTORY
  }

  /** The same in another folder. */
  public AppBundle at(String other) {
    return new AppBundle(kind, origin, other, valueFiles, dependencies);
  }

  /** The folder as trees have it, where the root is the empty text. */
  public String folder() {
    return path.equals(ROOT) ? "" : path;
  }

  /**
   * The path inside the bundle of a file of the pull request's repository; empty for one that lies
   * elsewhere.
   */
  public Optional<String> inside(String file) {
    if (!origin.isPullRequests()) {
      return Optional.empty();
    }
    String above = folder().isEmpty() ? "" : folder() + "/";
    return file.startsWith(above) ? Optional.of(file.substring(above.length())) : Optional.empty();
  }

  /** The value files that Argo CD reads itself, as the Application names them. */
  public List<String> readByArgoCd() {
    return valueFiles.stream()
        .filter(file -> !(file instanceof ValueFile.InGitOps))
        .map(ValueFile::argocdPath)
        .toList();
  }
}
