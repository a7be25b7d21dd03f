package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The check that the migrations of a pull request only go forward: what was applied when the
 * preview came to be stays applied, and everything else comes after it.
 *
 * @param table the migration tool's history, with its schema where it has one
 * @param column the column of that table that names a version
 * @param image a pinned image with {@code psql}
 * @param deadlineSeconds how long one check may take
 */
public record MigrationCheck(
    String table,
    String column,
    Order order,
    Keeps keeps,
    String image,
    int deadlineSeconds,
    Map<String, String> requests,
    Map<String, String> limits) {

  private static final Map<String, String> REQUESTS = Map.of("cpu", "10m", "memory", "64Mi");
  private static final Map<String, String> LIMITS = Map.of("memory", "128Mi");

  /**
   * Reads the check.
   *
   * @param own the image of the preview's own instance, which holds {@code psql} too
   */
  static Optional<MigrationCheck> read(Fields database, Optional<String> own) {
    return database.map(
        "migrationCheck",
        check ->
            new MigrationCheck(
                check.text("table", Syntaxes.PG_TABLE),
                check.text("column", Syntaxes.PG_IDENTIFIER, "version"),
                check.choice("order", Order.values()).orElse(Order.TEXT),
                check.choice("keeps", Keeps.values()).orElse(Keeps.ALL),
                own.isPresent()
                    ? check.text("image", Syntaxes.PINNED_IMAGE, own.get())
                    : check.text("image", Syntaxes.PINNED_IMAGE),
                check.integer("deadlineSeconds", 10, 3600).orElse(300),
                quantities(check, "requests", REQUESTS),
                quantities(check, "limits", LIMITS)));
  }

  private static Map<String, String> quantities(
      Fields check, String key, Map<String, String> otherwise) {
    Map<String, String> written = check.textMap(key, Syntaxes.RESOURCE_NAME, Syntaxes.QUANTITY);
    return written.isEmpty() ? new TreeMap<>(otherwise) : written;
  }

  /** How versions are compared. */
  public enum Order {
    TEXT,
    NUMBER
  }

  /** Whether the history keeps a row for each migration, or one row for the newest alone. */
  public enum Keeps {
    ALL,
    LATEST
  }
}
