package dev.mayfly.argocd;

import dev.mayfly.diagnostic.Location;
import org.jspecify.annotations.Nullable;

/** What a project says to one question, why, and which line of it decides. */
public sealed interface ProjectVerdict {
  /** Why, as one sentence. */
  String reason();

  /** The entry that decides, or the field that lacks one; null where nothing is written. */
  @Nullable Location location();

  /** Argo CD would let it pass. */
  record Permitted(String reason, @Nullable Location location) implements ProjectVerdict {}

  /** Argo CD would refuse it. */
  record Denied(String reason, @Nullable Location location) implements ProjectVerdict {}

  /** What decides is not written in any file; the reason says what would settle it. */
  record Unverifiable(String reason, @Nullable Location location) implements ProjectVerdict {}

  default boolean isDenied() {
    return this instanceof Denied;
  }
}
