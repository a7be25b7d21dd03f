package dev.mayfly.admission;

import dev.mayfly.platform.App;
import dev.mayfly.platform.Database;
import dev.mayfly.platform.Platform;
import dev.mayfly.platform.Quantity;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.yaml.MapNode;
import org.jspecify.annotations.Nullable;

/** What one preview of an app requests, as far as the platform says. */
public final class PreviewRequests {
  private PreviewRequests() {}

  /** The workload and, where the preview brings a cluster of its own, its database. */
  public static Quantity of(Platform platform, App app, String resource) {
    Quantity database = app.database().map(d -> databaseRequest(d, resource)).orElse(Quantity.ZERO);
    return workload(platform, app, resource).plus(database);
  }

  /**
   * What the chart is given by Helm's convention, times its replicas; else what a container gets
   * that names nothing.
   */
  private static Quantity workload(Platform platform, App app, String resource) {
    if (app.values().isPresent()) {
      MapNode values = app.values().get();
      String request = values.textAt("resources", "requests", resource);
      if (request != null && Syntaxes.QUANTITY.matches(request)) {
        String replicas = values.textAt("replicaCount");
        boolean counted = replicas != null && replicas.matches("[1-9][0-9]{0,3}");
        return Quantity.parse(request).times(counted ? Integer.parseInt(replicas) : 1);
      }
    }
    return amount(platform.namespace().limits().defaultRequests().get(resource));
  }

  private static Quantity databaseRequest(Database database, String resource) {
    return database
        .instance()
        .map(own -> amount(own.requests().get(resource)))
        .orElse(Quantity.ZERO);
  }

  private static Quantity amount(@Nullable String text) {
    return text == null ? Quantity.ZERO : Quantity.parse(text);
  }
}
