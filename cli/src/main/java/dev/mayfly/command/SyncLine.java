package dev.mayfly.command;

import dev.mayfly.delivery.Readmission;
import dev.mayfly.delivery.Sweep;
import java.util.List;

/** What {@code sync} did or would do with one preview. */
final class SyncLine {
  private SyncLine() {}

  static String of(Sweep.Item item, boolean apply) {
    return of(item.id() + "", item.word(), item.reason(), apply || item.word().equals("kept"));
  }

  static String of(Readmission.Item item, boolean apply) {
    boolean plain = apply || !List.of("admitted", "withdrawn").contains(item.word());
    return of(item.id() + "", item.word(), item.reason(), plain);
  }

  private static String of(String id, String word, String reason, boolean plain) {
    return id
        + ": "
        + (plain ? word : "would be " + word)
        + (reason.isEmpty() ? "" : " (" + reason + ")");
  }
}
