package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import java.util.Map;
import java.util.Optional;

/** The database of a preview, by how it comes to be. */
public sealed interface Database permits CloneDatabase, Database.Shared, Database.Ephemeral {
  /** The namespace of its objects; empty when that is the preview's own. */
  default Optional<String> namespace() {
    return Optional.empty();
  }

  /** The instance that belongs to the preview; empty when it shares one. */
  default Optional<Instance> instance() {
    return Optional.empty();
  }

  /** Where the preview gets the password from, when the database is elsewhere. */
  default Optional<StoreRef> credentials() {
    return Optional.empty();
  }

  /** The check that migrations only go forward, where it is asked for. */
  Optional<MigrationCheck> migrationCheck();

  /** How {@code mode} is written. */
  enum Mode {
    NONE,
    CLONE,
    SHARED,
    EPHEMERAL
  }

  static Optional<Database> read(Fields database) {
    return switch (database.requiredChoice("mode", Mode.values())) {
      case NONE -> Optional.empty();
      case CLONE -> Optional.of(CloneDatabase.read(database));
      case SHARED -> Optional.of(Shared.read(database));
      case EPHEMERAL -> Optional.of(Ephemeral.read(database));
    };
  }

  /** A database and a role in a shared cluster, in that cluster's namespace. */
  record Shared(
      String cluster,
      String clusterNamespace,
      Optional<StoreRef> credentials,
      Optional<MigrationCheck> migrationCheck)
      implements Database {
    private static Shared read(Fields database) {
      return new Shared(
          database.text("source", Syntaxes.CLUSTER_NAME),
          database.text("sourceNamespace", Syntaxes.DNS_LABEL),
          database.map("credentials", StoreRef::read),
          MigrationCheck.read(database, Optional.empty()));
    }

    @Override
    public Optional<String> namespace() {
      return Optional.of(clusterNamespace);
    }
  }

  /** A cluster of its own, empty at first, in the preview's namespace. */
  record Ephemeral(String name, String owner, Instance own, Optional<MigrationCheck> migrationCheck)
      implements Database {
    private static Ephemeral read(Fields database) {
      Instance instance = Instance.read(database);
      return new Ephemeral(
          database.text("name", Syntaxes.PG_IDENTIFIER, "app"),
          database.text("owner", Syntaxes.PG_IDENTIFIER, "app"),
          instance,
          MigrationCheck.read(database, Optional.of(instance.image())));
    }

    @Override
    public Optional<Instance> instance() {
      return Optional.of(own);
    }
  }

  /** The one instance of a cluster that a preview owns. */
  record Instance(
      String image,
      Optional<String> storageClass,
      String size,
      Map<String, String> requests,
      Map<String, String> limits) {
    static Instance read(Fields database) {
      String image = database.text("image", Syntaxes.PINNED_IMAGE);
      Map<String, String> requests =
          database.textMap("requests", Syntaxes.RESOURCE_NAME, Syntaxes.QUANTITY);
      Map<String, String> limits =
          database.textMap("limits", Syntaxes.RESOURCE_NAME, Syntaxes.QUANTITY);
      return database.requiredMap(
          "storage",
          storage ->
              new Instance(
                  image,
                  storage.optionalText("class", Syntaxes.OBJECT_NAME),
                  storage.text("size", Syntaxes.QUANTITY),
                  requests,
                  limits));
    }
  }
}
