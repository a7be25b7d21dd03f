package dev.mayfly.report;

import dev.mayfly.delivery.BundleStand;
import dev.mayfly.delivery.Status;
import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.UntrustedText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The previews of a platform as a table for a terminal. */
public final class StatusTable {
  private static final int LONGEST = 80;

  private StatusTable() {}

  public static String write(Status status, Instant now) {
    List<List<String>> rows = new ArrayList<>();
    boolean bundles = status.namesBundles();
    rows.add(row(bundles, "PREVIEW", "COMMIT", "AGE", "STATE", "BUNDLE", "URL"));
    for (Status.Preview preview : status.previews()) {
      rows.add(
          row(
              bundles,
              title(preview),
              preview.headSha().map(CommitSha::shortHex).orElse("-"),
              preview.openedAt().map(opened -> age(opened, now)).orElse("-"),
              status(preview),
              preview.bundle().map(BundleStand::words).orElse("-"),
              preview.url().orElse("-")));
    }
    return table(rows) + "\n" + uses(status);
  }

  /**
   * The cells of a row; the last but one is left out where no preview has anything to say there.
   */
  private static List<String> row(boolean bundles, String... cells) {
    List<String> row = new ArrayList<>(List.of(cells));
    if (!bundles) {
      row.remove(cells.length - 2);
    }
    return row;
  }

  /** One word, and why; the other formats have all of it. */
  private static String status(Status.Preview preview) {
    String words = UntrustedText.clean(preview.status().words(), LONGEST);
    return preview.status().state().word() + (words.isEmpty() ? "" : ": " + words);
  }

  static String title(Status.Preview preview) {
    return preview.id() + preview.environment().map(it -> " (" + it + ")").orElse("");
  }

  /** Columns as wide as their widest cell. */
  static String table(List<List<String>> rows) {
    StringBuilder table = new StringBuilder();
    rows.forEach(row -> table.append(line(row, widths(rows))).append('\n'));
    return table.toString();
  }

  static String uses(Status status) {
    StringBuilder text =
        new StringBuilder(status.places() + " of " + status.limit() + " places taken");
    for (Status.Use use : status.capacity()) {
      text.append("; ").append(use.resource()).append(' ').append(use.used());
      text.append(" of ").append(use.capacity());
      if (use.limit().compareTo(Quantity.ZERO) > 0) {
        text.append(", limits ").append(use.limit());
      }
    }
    return text.append('\n').toString();
  }

  /** In days, hours or minutes, whichever is not zero. */
  static String age(Instant opened, Instant now) {
    Duration age = Duration.between(opened, now);
    if (age.toDays() > 0) {
      return age.toDays() + "d";
    }
    return age.toHours() > 0 ? age.toHours() + "h" : Math.max(0, age.toMinutes()) + "m";
  }

  private static int[] widths(List<List<String>> rows) {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return widths;
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }
}
