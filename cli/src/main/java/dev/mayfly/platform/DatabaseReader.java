package dev.mayfly.platform;

import dev.mayfly.platform.Database.Instance;
import dev.mayfly.platform.Database.Snapshot;
import dev.mayfly.platform.Database.Source;
import dev.mayfly.yaml.Choice;
import dev.mayfly.yaml.Fields;
import java.util.Map;
import java.util.Optional;

/** Reads {@code apps[].database} by its mode; each mode has its own fields. */
final class DatabaseReader {
  private enum Mode {
    NONE,
    CLONE,
    SHARED,
    EPHEMERAL
  }

  private enum From {
    ON_DEMAND,
    NAMED,
    LATEST
  }

  private DatabaseReader() {}

  static Optional<Database> read(Fields app) {
    Optional<Fields> written = app.map("database");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    try (Fields database = written.get()) {
      return switch (database.requiredChoice("mode", Choice.of(Mode.values()))) {
        case NONE -> Optional.empty();
        case CLONE -> Optional.of(clone(database));
        case SHARED ->
            Optional.of(
                new Database.Shared(
                    database.text("source", Syntaxes.CLUSTER_NAME),
                    database.text("sourceNamespace", Syntaxes.DNS_LABEL),
                    credentials(database),
                    MigrationCheckReader.read(database, Optional.empty())));
        case EPHEMERAL -> Optional.of(ephemeral(database));
      };
    }
  }

  private static Database ephemeral(Fields database) {
    Instance instance = instance(database);
    return new Database.Ephemeral(
        database.text("name", Syntaxes.PG_IDENTIFIER, "app"),
        database.text("owner", Syntaxes.PG_IDENTIFIER, "app"),
        instance,
        MigrationCheckReader.read(database, Optional.of(instance.image())));
  }

  private static Database clone(Fields database) {
    Source source =
        new Source(
            database.text("source", Syntaxes.CLUSTER_NAME),
            database.text("sourceNamespace", Syntaxes.DNS_LABEL),
            database.text("name", Syntaxes.PG_IDENTIFIER),
            database.text("owner", Syntaxes.PG_IDENTIFIER));
    SameNamespace.require(
        database, source.namespace(), "a cluster that is recovered from a snapshot");
    Taken taken = snapshot(database, source);
    Instance instance = instance(database);
    return new Database.Clone(
        source,
        taken.snapshot(),
        taken.maxAgeDays(),
        instance,
        database.texts("disableRoles", Syntaxes.PG_IDENTIFIER),
        credentials(database),
        MigrationCheckReader.read(database, Optional.of(instance.image())));
  }

  private record Taken(Snapshot snapshot, Optional<Integer> maxAgeDays) {}

  private static Taken snapshot(Fields database, Source source) {
    try (Fields snapshot = database.requiredMap("snapshot")) {
      SameNamespace.require(snapshot, source.namespace(), "a volume snapshot");
      return switch (snapshot.requiredChoice("from", Choice.of(From.values()))) {
        case ON_DEMAND ->
            new Taken(
                new Snapshot.OnDemand(snapshot.text("class", Syntaxes.OBJECT_NAME)),
                Optional.empty());
        case LATEST ->
            new Taken(
                new Snapshot.Latest(
                    snapshot.optionalText("schedule", Syntaxes.CRON),
                    snapshot.integer("keepDays", 1, 3650),
                    snapshot.text("class", Syntaxes.OBJECT_NAME)),
                maxAgeDays(snapshot));
        case NAMED -> new Taken(named(snapshot), maxAgeDays(snapshot));
      };
    }
  }

  private static Optional<Integer> maxAgeDays(Fields snapshot) {
    return snapshot.integer("maxAgeDays", 1, 3650);
  }

  private static Snapshot named(Fields snapshot) {
    Optional<String> volumeSnapshot = snapshot.optionalText("volumeSnapshot", Syntaxes.OBJECT_NAME);
    return volumeSnapshot.isPresent()
        ? new Snapshot.NamedVolumeSnapshot(volumeSnapshot.get())
        : new Snapshot.NamedBackup(snapshot.text("backup", Syntaxes.DNS_LABEL));
  }

  private static Instance instance(Fields database) {
    String image = database.text("image", Syntaxes.PINNED_IMAGE);
    Map<String, String> requests =
        database.textMap("requests", Syntaxes.RESOURCE_NAME, Syntaxes.QUANTITY);
    Map<String, String> limits =
        database.textMap("limits", Syntaxes.RESOURCE_NAME, Syntaxes.QUANTITY);
    try (Fields storage = database.requiredMap("storage")) {
      return new Instance(
          image,
          storage.optionalText("class", Syntaxes.OBJECT_NAME),
          storage.text("size", Syntaxes.QUANTITY),
          requests,
          limits);
    }
  }

  private static Optional<StoreRef> credentials(Fields database) {
    return database.map("credentials").map(StoreReader::closed);
  }
}
