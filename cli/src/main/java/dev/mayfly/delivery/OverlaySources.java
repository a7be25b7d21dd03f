package dev.mayfly.delivery;

import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.App;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.ImageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Where that comes from which an overlay is made of beside its policy and its pull request, and
 * what has to hold of it.
 */
public record OverlaySources(
    DigestSource digests, BackupSource backups, BundleRevisions revisions, List<Proof> proofs) {
  /** Where the digests of a pull request's images come from. */
  @FunctionalInterface
  public interface DigestSource {
    /** The digests by image id, for one commit of the app's repository. */
    Map<String, ImageDigest> digests(App app, CommitSha head);
  }

  /** Names the Backup that a new clone is made of, where the platform says {@code latest}. */
  @FunctionalInterface
  public interface BackupSource {
    /** Knows of none. */
    BackupSource NONE = app -> Optional.empty();

    Optional<String> backup(App app);
  }

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
