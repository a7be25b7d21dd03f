package dev.mayfly.change;

import dev.mayfly.admission.CapacityUse;
import dev.mayfly.kubernetes.Amounts;
import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Platform;
import dev.mayfly.platform.PreviewShares;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An amount that is another than it was, of what previews may cost as far as the platform says: one
 * of each app, and all together.
 *
 * @param before {@code -} where nothing was said
 * @param after {@code -} where nothing is said any more
 */
public record Cost(String what, String before, String after) {
  static List<Cost> between(Optional<Platform> base, Platform head) {
    SortedMap<String, String> before = base.map(Cost::amounts).orElseGet(TreeMap::new);
    SortedMap<String, String> after = amounts(head);
    return Difference.between(before, after).stream()
        .map(Difference::what)
        .sorted()
        .map(what -> new Cost(what, before.getOrDefault(what, "-"), after.getOrDefault(what, "-")))
        .toList();
  }

  private static SortedMap<String, String> amounts(Platform platform) {
    SortedMap<String, String> costs = new TreeMap<>();
    costs.put("previews at most", String.valueOf(platform.admission().limit()));
    for (String resource : CapacityUse.RESOURCES) {
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
