package dev.mayfly.change;

import dev.mayfly.kubernetes.Amounts;
import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Platform;
import dev.mayfly.platform.PreviewShares;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What previews may cost, as far as the platform says: one of each app, and all together. */
final class Costs {
  private static final List<String> RESOURCES = List.of("memory", "cpu");

  private Costs() {}

  /** The amounts by what they are of. */
  static SortedMap<String, String> of(Platform platform) {
    SortedMap<String, String> costs = new TreeMap<>();
    costs.put("previews at most", String.valueOf(platform.admission().limit()));
    for (String resource : RESOURCES) {
      platform
          .capacity()
          .of(resource)
          .ifPresent(amount -> costs.put(resource + " for all previews at most", amount));
      for (App app : platform.apps()) {
        Amounts total = PreviewShares.of(platform, app).total();
        if (total.request(resource).compareTo(Quantity.ZERO) > 0) {
          costs.put(
              resource + " of one preview of `" + app.name() + "`",
              total.request(resource).toString());
        }
      }
    }
    return costs;
  }
}
