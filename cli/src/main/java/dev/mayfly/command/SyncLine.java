package dev.mayfly.command;

import dev.mayfly.delivery.Effect;
import dev.mayfly.delivery.Readmission;
import dev.mayfly.delivery.Sweep;
import dev.mayfly.preview.PreviewId;

/** What {@code sync} did or would do with one preview. */
final class SyncLine {
  private SyncLine() {}

  static String of(Sweep.Item item, boolean apply) {
    return of(item.id(), item.effect(), item.reason(), apply);
  }

  static String of(Readmission.Item item, boolean apply) {
    return of(item.id(), item.effect(), item.reason(), apply);
  }

  private static String of(PreviewId id, Effect effect, String reason, boolean apply) {
    boolean nothing = effect == Effect.KEPT || effect == Effect.NOT_ADMITTED;
    return id
        + ": "
        + (apply || nothing ? "" : "would be ")
        + effect.word()
        + (reason.isEmpty() ? "" : " (" + reason + ")");
  }
}
