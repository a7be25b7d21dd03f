package dev.mayfly.delivery;

import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewFacts;
import java.util.List;
import java.util.SortedMap;

/**
 * Where that comes from which an overlay is made of beside its policy and its pull request, and
 * what has to hold of it.
 */
public record OverlaySources(
    DigestSource digests, BackupSource backups, BundleRevisions revisions, List<Proof> proofs) {
  public OverlaySources {
    proofs = List.copyOf(proofs);
  }

  /**
   * Proves an overlay.
   *
   * @param existed whether the preview was there before, which some proofs leave as it is
   * @throws dev.mayfly.diagnostic.ProblemsException (refused) when one says no
   */
  void prove(
      Overlay overlay, PreviewFacts facts, SortedMap<String, String> files, boolean existed) {
    proofs.stream()
        .filter(proof -> !existed || !proof.isForNewPreviews())
        .forEach(proof -> proof.prove(overlay, facts, files));
  }
}
