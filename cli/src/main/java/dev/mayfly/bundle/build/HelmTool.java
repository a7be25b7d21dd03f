package dev.mayfly.bundle.build;

import java.util.Optional;

/** Something that renders a chart; it runs another program, so only the command layer has one. */
@FunctionalInterface
public interface HelmTool {
  /** No Helm at hand: templates stay undecided. */
  HelmTool NONE = (files, settings) -> Optional.empty();

  /** What came of it: manifests, or the reason why there are none. */
  record Rendering(String manifests, String failure) {}

  /** The manifests of the chart; empty when there is no Helm to ask. */
  Optional<Rendering> render(BundleFiles chart, ArgoSettings settings);
}
