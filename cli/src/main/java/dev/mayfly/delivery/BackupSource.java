package dev.mayfly.delivery;

import dev.mayfly.platform.App;
import java.util.Optional;

/** Names the Backup that a new clone is made of, where the platform says {@code latest}. */
@FunctionalInterface
public interface BackupSource {
  /** Knows of none. */
  BackupSource NONE = app -> Optional.empty();

  Optional<String> backup(App app);
}
