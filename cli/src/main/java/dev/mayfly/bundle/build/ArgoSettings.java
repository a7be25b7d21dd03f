package dev.mayfly.bundle.build;

import dev.mayfly.yaml.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the Application gives the tool that renders the bundle. Argo CD writes the kustomize
 * settings into the bundle's own kustomization with {@code kustomize edit set}, so they replace
 * what stands there (Argo CD source, util/kustomize).
 *
 * @param namePrefix put before every name; empty where none is set
 * @param images digests by image name that are injected; empty where the bundle brings its own
 * @param release the name of the Helm release
 * @param valueFiles relative to the chart
 * @param kubernetes the release of the cluster, which Argo CD tells Helm
 */
public record ArgoSettings(
    String namespace,
    Optional<String> namePrefix,
    Map<String, String> images,
    String release,
    List<String> valueFiles,
    String kubernetes,
    Optional<Tree> values) {
  public ArgoSettings {
    images = Map.copyOf(images);
    valueFiles = List.copyOf(valueFiles);
  }
}
