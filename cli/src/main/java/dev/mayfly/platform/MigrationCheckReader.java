package dev.mayfly.platform;

import dev.mayfly.platform.MigrationCheck.Keeps;
import dev.mayfly.platform.MigrationCheck.Order;
import dev.mayfly.yaml.Choice;
import dev.mayfly.yaml.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code apps[].database.migrationCheck}. */
final class MigrationCheckReader {
  private static final Map<String, String> REQUESTS = Map.of("cpu", "10m", "memory", "64Mi");
  private static final Map<String, String> LIMITS = Map.of("memory", "128Mi");

  private MigrationCheckReader() {}

  /**
   * Reads the check.
   *
   * @param own the image of the preview's own instance, which holds {@code psql} too
   */
  static Optional<MigrationCheck> read(Fields database, Optional<String> own) {
    return database.map("migrationCheck").map(written -> check(written, own));
  }

  private static MigrationCheck check(Fields written, Optional<String> own) {
    try (Fields check = written) {
      return new MigrationCheck(
          check.text("table", Syntaxes.PG_TABLE),
          check.text("column", Syntaxes.PG_IDENTIFIER, "version"),
          check.choice("order", Choice.of(Order.values())).orElse(Order.TEXT),
          check.choice("keeps", Choice.of(Keeps.values())).orElse(Keeps.ALL),
          own.isPresent()
              ? check.text("image", Syntaxes.PINNED_IMAGE, own.get())
              : check.text("image", Syntaxes.PINNED_IMAGE),
          check.integer("deadlineSeconds", 10, 3600).orElse(300),
          quantities(check, "requests", REQUESTS),
          quantities(check, "limits", LIMITS));
    }
  }

  private static Map<String, String> quantities(
      Fields check, String key, Map<String, String> otherwise) {
    Map<String, String> written = check.textMap(key, Syntaxes.RESOURCE_NAME, Syntaxes.QUANTITY);
    return written.isEmpty() ? new TreeMap<>(otherwise) : written;
  }
}
