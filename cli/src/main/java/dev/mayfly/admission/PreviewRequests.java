package dev.mayfly.admission;

import dev.mayfly.platform.App;
import dev.mayfly.platform.Database;
import dev.mayfly.platform.Platform;
import dev.mayfly.platform.Quantity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one preview of an app may request, as far as the platform says. */
public final class PreviewRequests {
  private PreviewRequests() {}

  /** The namespace's quota plus a clone beside its source; without a quota, the database alone. */
  public static Quantity of(Platform platform, App app, String resource) {
    Map<String, String> quota = platform.namespace().quota();
    boolean bounded = !platform.namespace().isShared() && quota.containsKey("requests." + resource);
    Quantity workload = bounded ? Quantity.parse(quota.get("requests." + resource)) : Quantity.ZERO;
    Quantity database =
        app.database().map(d -> databaseRequest(d, bounded, resource)).orElse(Quantity.ZERO);
    return workload.plus(database);
  }

  private static Quantity databaseRequest(Database database, boolean bounded, String resource) {
    return switch (database) {
      case Database.Clone clone -> amount(clone.instance().requests().get(resource));
      case Database.Ephemeral own ->
          bounded ? Quantity.ZERO : amount(own.instance().requests().get(resource));
      case Database.Shared ignored -> Quantity.ZERO;
    };
  }

  private static Quantity amount(@Nullable String text) {
    return text == null ? Quantity.ZERO : Quantity.parse(text);
  }
}
