package dev.mayfly.delivery;

import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewFacts;
import java.util.SortedMap;

/**
 * Something that must hold before a preview is delivered: its manifests are without findings, its
 * bundle holds nothing that it must not, its hosts are behind Access. Throws when it does not hold.
 */
@FunctionalInterface
public interface Proof {
  /** True for what matters only as long as the preview is not there yet. */
  default boolean isForNewPreviews() {
    return false;
  }

  void prove(Overlay overlay, PreviewFacts facts, SortedMap<String, String> files);
}
