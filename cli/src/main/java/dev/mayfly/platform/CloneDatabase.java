package dev.mayfly.platform;

import dev.mayfly.platform.Database.Instance;
import dev.mayfly.yaml.Fields;
import java.util.List;
import java.util.Optional;

/**
 * A CloudNativePG cluster recovered from a snapshot of another, always beside its source, since a
 * volume snapshot cannot leave its namespace.
 */
public record CloneDatabase(
    Source source,
    Snapshot snapshot,
    Instance own,
    List<String> disableRoles,
    Optional<StoreRef> credentials,
    Optional<MigrationCheck> migrationCheck)
    implements Database {
  public CloneDatabase {
    disableRoles = List.copyOf(disableRoles);
  }

  static CloneDatabase read(Fields database) {
    Source source =
        new Source(
            database.text("source", Syntaxes.CLUSTER_NAME),
            database.text("sourceNamespace", Syntaxes.DNS_LABEL),
            database.text("name", Syntaxes.PG_IDENTIFIER),
            database.text("owner", Syntaxes.PG_IDENTIFIER));
    source.requireOwnNamespace(database, "a cluster that is recovered from a snapshot");
    Snapshot snapshot = database.requiredMap("snapshot", it -> Snapshot.read(it, source));
    Instance instance = Instance.read(database);
    return new CloneDatabase(
        source,
        snapshot,
        instance,
        database.texts("disableRoles", Syntaxes.PG_IDENTIFIER),
        database.map("credentials", StoreRef::read),
        MigrationCheck.read(database, Optional.of(instance.image())));
  }

  @Override
  public Optional<Instance> instance() {
    return Optional.of(own);
  }

  @Override
  public Optional<String> namespace() {
    return Optional.of(source.namespace());
  }

  /** The cluster that is cloned, and the database and owner that its data holds. */
  public record Source(String cluster, String namespace, String database, String owner) {
    /** The ScheduledBackup that previews clone the latest of. */
    public String schedule() {
      return cluster + "-previews";
    }

    /**
     * Accepts a written {@code namespace} only where it repeats the source's: a PVC's {@code
     * dataSource} is a local reference, and CloudNativePG sets no other (CloudNativePG,
     * pkg/reconciler/persistentvolumeclaim).
     */
    private void requireOwnNamespace(Fields fields, String what) {
      fields
          .optionalText("namespace", Syntaxes.DNS_LABEL)
          .filter(written -> !written.equals(namespace))
          .ifPresent(written ->
              fields.error(
                  "outside-source-namespace",
                  "namespace",
                  "%s cannot be in `%s`: snapshots stay in `%s`"
                      .formatted(what, written, namespace),
                  "leave `namespace` out and set `credentials`, or use mode shared or"
                      + " ephemeral"));
    }
  }

  /** Where the data of a clone comes from. */
  public sealed interface Snapshot {
    /** From when on it counts as old. */
    default Optional<Integer> maxAgeDays() {
      return Optional.empty();
    }

    /** The class of the volume snapshots that are taken for previews, where any are. */
    default Optional<String> takenWith() {
      return Optional.empty();
    }

    /** How {@code from} is written. */
    enum From {
      ON_DEMAND,
      NAMED,
      LATEST
    }

    private static Snapshot read(Fields snapshot, Source source) {
      source.requireOwnNamespace(snapshot, "a volume snapshot");
      return switch (snapshot.requiredChoice("from", From.values())) {
        case ON_DEMAND -> new OnDemand(snapshot.text("class", Syntaxes.OBJECT_NAME));
        case LATEST ->
            new Latest(
                snapshot.optionalText("schedule", Syntaxes.CRON),
                snapshot.integer("keepDays", 1, 3650),
                snapshot.text("class", Syntaxes.OBJECT_NAME),
                snapshot.integer("maxAgeDays", 1, 3650));
        case NAMED -> {
          Optional<String> volume = snapshot.optionalText("volumeSnapshot", Syntaxes.OBJECT_NAME);
          yield volume.isPresent()
              ? new NamedVolumeSnapshot(volume.get(), snapshot.integer("maxAgeDays", 1, 3650))
              : new NamedBackup(
                  snapshot.text("backup", Syntaxes.DNS_LABEL),
                  snapshot.integer("maxAgeDays", 1, 3650));
        }
      };
    }

    /** A Backup is taken for each preview. */
    record OnDemand(String snapshotClass) implements Snapshot {
      @Override
      public Optional<String> takenWith() {
        return Optional.of(snapshotClass);
      }
    }

    /** A Backup that exists and is named in the platform. */
    record NamedBackup(String backup, Optional<Integer> maxAgeDays) implements Snapshot {}

    /** A VolumeSnapshot that exists and is named in the platform. */
    record NamedVolumeSnapshot(String volumeSnapshot, Optional<Integer> maxAgeDays)
        implements Snapshot {}

    /**
     * A Backup that is named once, when the preview is made, and recorded there.
     *
     * @param keepDays from when on the schedule's Backups are no longer needed; CloudNativePG keeps
     *     volume snapshots for ever
     */
    record Latest(
        Optional<String> schedule,
        Optional<Integer> keepDays,
        String snapshotClass,
        Optional<Integer> maxAgeDays)
        implements Snapshot {
      @Override
      public Optional<String> takenWith() {
        return Optional.of(snapshotClass);
      }
    }
  }
}
