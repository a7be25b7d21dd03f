package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.platform.Database.Instance;
import java.util.Map;
import java.util.Optional;

/** What CloudNativePG and Kubernetes would refuse, or never finish, much later. */
final class DatabaseLimits implements PlatformChecks.AppCheck {
  private static final int LONGEST_SCHEDULED_CLUSTER = 48 - "-previews".length();

  @Override
  public void check(Platform platform, App app, SourcePositions where, Problems problems) {
    SourcePositions below = where.below("database");
    app.database().ifPresent(it -> checkDatabase(platform, it, below, problems));
  }

  private static void checkDatabase(
      Platform platform, Database database, SourcePositions where, Problems problems) {
    Optional<String> previewNamespace = platform.namespace().sharedName();
    boolean elsewhere =
        database.namespace().isPresent() && !database.namespace().equals(previewNamespace);
    boolean needed = elsewhere || database instanceof Database.Shared;
    if (needed && database.credentials().isEmpty()) {
      problems.error(
          "database-without-credentials",
          where.of(),
          "the database is in `"
              + database.namespace().orElse("")
              + "`, so the preview needs `credentials` to get its password",
          "name a ClusterSecretStore that reads that namespace, or use mode ephemeral");
    }
    database.instance().ifPresent(own -> checkInstance(own, where, problems));
    if (database instanceof CloneDatabase clone) {
      checkSchedule(clone, where, problems);
      String owner = clone.source().owner();
      if (clone.disableRoles().contains(owner)) {
        problems.error(
            "owner-disabled",
            where.of("disableRoles"),
            "`" + owner + "` owns the database and is also disabled",
            "take it off the list; its password is replaced on the clone anyway");
      }
    }
  }

  /**
   * A Backup is named after its schedule, a hyphen and 14 digits, and becomes a label value of at
   * most 63 characters (CloudNativePG, ScheduledBackup controller).
   */
  private static void checkSchedule(CloneDatabase clone, SourcePositions where, Problems problems) {
    if (!(clone.snapshot() instanceof CloneDatabase.Snapshot.Latest latest)) {
      return;
    }
    if (latest.schedule().isEmpty()) {
      if (latest.keepDays().isPresent()) {
        problems.error(
            "retention-without-schedule",
            where.of("snapshot", "keepDays"),
            "`keepDays` is about the Backups of a `schedule`, and there is none",
            "write `schedule`, or leave the Backups to what takes them");
      }
      return;
    }
    Location at = where.of("snapshot", "schedule");
    if (latest.keepDays().isEmpty()) {
      problems.add(
          Problem.warning(
              "snapshots-pile-up",
              at,
              "CloudNativePG keeps every snapshot that a schedule takes; it has no retention for them",
              "set `keepDays` and delete the Backups that `mayfly leaks` lists, or take snapshots by"
                  + " the storage's schedule"));
    }
    if (clone.source().cluster().length() > LONGEST_SCHEDULED_CLUSTER) {
      problems.error(
          "schedule-name-limit",
          at,
          "the backups of `%s` would have names of more than 63 characters"
              .formatted(clone.source().cluster()),
          "leave `schedule` out and take scheduled backups under a shorter name");
    }
  }

  private static void checkInstance(Instance instance, SourcePositions where, Problems problems) {
    for (Map.Entry<String, String> request : instance.requests().entrySet()) {
      String limit = instance.limits().get(request.getKey());
      if (limit != null && Quantity.parse(request.getValue()).isMoreThan(limit)) {
        problems.error(
            "request-over-limit",
            where.of("requests", request.getKey()),
            "the database requests %s %s and may use only %s"
                .formatted(request.getValue(), request.getKey(), limit),
            "raise the limit or lower the request");
      }
    }
  }
}
