package dev.mayfly.delivery;

import dev.mayfly.forge.Forge;
import java.util.Optional;

/**
 * Who is asked for a status besides the GitOps repository.
 *
 * @param revisions whether the bundles of a platform have moved; nobody if empty
 * @param forge whether pull requests have moved on; nobody if empty
 */
public record StatusSources(
    Optional<BundleRevisions> revisions, Optional<Forge> forge, HealthSource health) {
  /** Git alone. */
  public static final StatusSources NONE =
      new StatusSources(Optional.empty(), Optional.empty(), HealthSource.NOBODY);
}
