package dev.mayfly.bundle.build;

import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.yaml.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the Application gives the tool that renders the bundle. Argo CD writes the kustomize
 * settings into the bundle's own kustomization with {@code kustomize edit}, so they replace what
 * stands there (Argo CD source, util/kustomize).
 *
 * @param argocd the release line of Argo CD
 * @param kubernetes the release of the cluster, which Argo CD tells Helm
 * @param namePrefix put before every name; empty where none is set
 * @param images digests by image name that are injected; empty where the bundle brings its own
 * @param labels put onto every object and into its selectors
 * @param buildOptions of {@code kustomize build}, as {@code argocd-cm} has them
 * @param release the name of the Helm release
 * @param valueFiles relative to the chart
 * @param values of the Application; asked for only when a chart is rendered, since they need every
 *     digest
 */
public record ArgoSettings(
    ReleaseLine argocd,
    ReleaseLine kubernetes,
    String namespace,
    Optional<String> namePrefix,
    Map<String, String> images,
    Map<String, String> labels,
    List<String> buildOptions,
    String release,
    List<String> valueFiles,
    Supplier<Optional<Tree>> values) {
  public ArgoSettings {
    images = Map.copyOf(images);
    labels = Map.copyOf(labels);
    buildOptions = List.copyOf(buildOptions);
    valueFiles = List.copyOf(valueFiles);
  }
}
