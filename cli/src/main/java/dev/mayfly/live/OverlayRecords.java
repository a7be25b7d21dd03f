package dev.mayfly.live;

import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.preview.CommitSha;
import java.util.Optional;

/** What the GitOps repository recorded of the preview at one of its commits. */
@FunctionalInterface
public interface OverlayRecords {
  /** Empty where the overlay is not there, or that commit cannot be read (any more). */
  Optional<PreviewFacts> at(CommitSha gitops);
}
