package dev.mayfly.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The database of a preview, by how it comes to be. */
public sealed interface Database {

  /** The namespace of its objects; empty when that is the preview's own. */
  Optional<String> namespace();

  /** The instance that belongs to the preview; empty when it shares one. */
  Optional<Instance> instance();

  /** The PostgreSQL database, where it is the same for every preview. */
  String fixedName();

  /** The PostgreSQL role that owns it, where it is the same for every preview. */
  String fixedOwner();

  /** Where the preview gets the password from, when the database is elsewhere. */
  Optional<StoreRef> credentials();

  /** The check that migrations only go forward, where it is asked for. */
  Optional<MigrationCheck> migrationCheck();

  /**
   * A CloudNativePG cluster recovered from a snapshot of another, always beside its source, since a
   * volume snapshot cannot leave its namespace.
   *
   * @param maxAgeDays from when on a snapshot counts as old
   */
  record Clone(
      Source source,
      Snapshot snapshot,
      Optional<Integer> maxAgeDays,
      Instance own,
      List<String> disableRoles,
      Optional<StoreRef> credentials,
      Optional<MigrationCheck> migrationCheck)
      implements Database {
    public Clone {
      disableRoles = List.copyOf(disableRoles);
    }

    @Override
    public Optional<Instance> instance() {
      return Optional.of(own);
    }

    @Override
    public String fixedName() {
      return source.database();
    }

    @Override
    public String fixedOwner() {
      return source.owner();
    }

    @Override
    public Optional<String> namespace() {
      return Optional.of(source.namespace());
    }
  }

  /** A database and a role in a shared cluster, in that cluster's namespace. */
  record Shared(
      String cluster,
      String clusterNamespace,
      Optional<StoreRef> credentials,
      Optional<MigrationCheck> migrationCheck)
      implements Database {
    @Override
    public Optional<Instance> instance() {
      return Optional.empty();
    }

    @Override
    public String fixedName() {
      return "";
    }

    @Override
    public String fixedOwner() {
      return "";
    }

    @Override
    public Optional<String> namespace() {
      return Optional.of(clusterNamespace);
    }
  }

  /** A cluster of its own, empty at first, in the preview's namespace. */
  record Ephemeral(String name, String owner, Instance own, Optional<MigrationCheck> migrationCheck)
      implements Database {
    @Override
    public Optional<Instance> instance() {
      return Optional.of(own);
    }

    @Override
    public String fixedName() {
      return name;
    }

    @Override
    public String fixedOwner() {
      return owner;
    }

    @Override
    public Optional<String> namespace() {
      return Optional.empty();
    }

    @Override
    public Optional<StoreRef> credentials() {
      return Optional.empty();
    }
  }

  /** The cluster that is cloned, and the database and owner that its data holds. */
  record Source(String cluster, String namespace, String database, String owner) {
    /** The ScheduledBackup that previews clone the latest of. */
    public String schedule() {
      return cluster + "-previews";
    }
  }

  /** Where the data of a clone comes from. */
  sealed interface Snapshot {
    /** A Backup is taken for each preview. */
    record OnDemand(String snapshotClass) implements Snapshot {}

    /** A Backup that exists and is named in the platform. */
    record NamedBackup(String backup) implements Snapshot {}

    /** A VolumeSnapshot that exists and is named in the platform. */
    record NamedVolumeSnapshot(String volumeSnapshot) implements Snapshot {}

    /**
     * A Backup that is named once, when the preview is made, and recorded there.
     *
     * @param keepDays from when on the schedule's Backups are no longer needed; CloudNativePG keeps
     *     volume snapshots for ever
     */
    record Latest(Optional<String> schedule, Optional<Integer> keepDays, String snapshotClass)
        implements Snapshot {}
  }

  /** The one instance of a cluster that a preview owns. */
  record Instance(
      String image,
      Optional<String> storageClass,
      String size,
      Map<String, String> requests,
      Map<String, String> limits) {}
}
