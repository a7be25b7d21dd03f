package dev.mayfly.platform;

import java.util.Map;

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
