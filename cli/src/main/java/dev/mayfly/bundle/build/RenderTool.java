package dev.mayfly.bundle.build;

import dev.mayfly.platform.AppBundle;
import java.util.Optional;

/**
 * The programs that Argo CD renders bundles with. They are started by the command layer only, which
 * shuts them in: no network, no plug-ins, nothing of this process's environment.
 */
@FunctionalInterface
public interface RenderTool {
  /** No program at hand: what the closed grammar does not hold stays undecided. */
  RenderTool NONE = (kind, files, settings) -> Optional.empty();

  /**
   * What came of it.
   *
   * @param program its name, {@code kustomize} or {@code helm}
   * @param version what it says it is; may be empty
   * @param failure why there are no manifests; empty when there are
   */
  record Rendering(String program, String version, String manifests, String failure) {}

  /** The manifests of the bundle; empty when there is no program for its kind. */
  Optional<Rendering> render(AppBundle.Kind kind, BundleFiles files, ArgoSettings settings);
}
