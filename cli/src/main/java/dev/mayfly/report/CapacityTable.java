package dev.mayfly.report;

import dev.mayfly.admission.CapacityUse;
import dev.mayfly.kubernetes.Amounts;
import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.platform.PreviewShares.Share;
import java.util.ArrayList;
import java.util.List;

/** What a preview and those beside it request and may use, line by line. */
public final class CapacityTable {
  private CapacityTable() {}

  public static String write(CapacityUse use) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("WHAT", "MEMORY", "CPU", "MEMORY LIMIT", "CPU LIMIT"));
    for (Share share : use.own().shares()) {
      rows.add(row(share.part().words() + (share.counted() ? "" : ", not added"), share.amounts()));
    }
    rows.add(row(use.id().toString(), use.own().total()));
    rows.add(row("others (" + use.others() + ")", use.held()));
    rows.add(row("total", use.total()));
    rows.add(
        List.of(
            "capacity",
            use.platform().capacity().memory().orElse("-"),
            use.platform().capacity().cpu().orElse("-"),
            "-",
            "-"));
    return StatusTable.table(rows);
  }

  private static List<String> row(String what, Amounts amounts) {
    return List.of(
        what,
        shown(amounts.memory()),
        shown(amounts.cpu()),
        shown(amounts.memoryLimit()),
        shown(amounts.cpuLimit()));
  }

  /** Nothing is known of what is zero. */
  private static String shown(Quantity quantity) {
    return quantity.equals(Quantity.ZERO) ? "-" : quantity.toString();
  }
}
