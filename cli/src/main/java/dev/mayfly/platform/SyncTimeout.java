package dev.mayfly.platform;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * When Argo CD gives up a sync. Until then neither a newer commit nor a deletion is looked at, so
 * it is as short as what a sync has to wait for allows: a database that comes to be, and the two
 * Jobs of a migration check (Argo CD, {@code processRequestedAppOperation}; retries count in).
 */
public final class SyncTimeout {
  /** Images are pulled, an empty instance starts; a Deployment gets ten minutes by default. */
  private static final Duration START = Duration.ofMinutes(10);

  /**
   * A snapshot is taken, for which CloudNativePG gives ten minutes by itself ({@code
   * cnpg.io/volumeSnapshotDeadline}), and a volume with all of production's data is made of it.
   */
  private static final Duration RECOVERY = Duration.ofMinutes(30);

  private SyncTimeout() {}

  /** What the admins say, or what the slowest app of the platform needs. */
  public static Duration of(Platform platform) {
    return platform
        .argocd()
        .syncTimeout()
        .orElseGet(() ->
            platform.apps().stream()
                .flatMap(app -> app.database().stream())
                .map(SyncTimeout::needed)
                .reduce(START, (one, other) -> one.compareTo(other) < 0 ? other : one));
  }

  private static Duration needed(Database database) {
    Duration own = database instanceof CloneDatabase ? RECOVERY : START;
    return Stream.concat(Stream.of(own), checks(database)).reduce(Duration.ZERO, Duration::plus);
  }

  private static Stream<Duration> checks(Database database) {
    return database.migrationCheck().stream()
        .map(check -> Duration.ofSeconds(check.deadlineSeconds()).multipliedBy(2));
  }
}
