package dev.mayfly.platform;

import dev.mayfly.diagnostic.Problems;
import dev.mayfly.platform.Database.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What CloudNativePG and Kubernetes would refuse, or never finish, much later. */
final class DatabaseLimits implements PlatformChecks.Check {
  @Override
  public void check(Platform platform, Whereabouts where, Problems problems) {
    List<App> apps = platform.apps();
    for (int i = 0; i < apps.size(); i++) {
      int index = i;
      apps.get(i)
          .database()
          .ifPresent(database -> checkDatabase(platform, database, index, where, problems));
    }
  }

  private static void checkDatabase(
      Platform platform, Database database, int index, Whereabouts where, Problems problems) {
    Optional<String> previewNamespace = platform.namespace().sharedName();
    boolean elsewhere =
        database.namespace().isPresent() && !database.namespace().equals(previewNamespace);
    if (elsewhere && database.credentials().isEmpty()) {
      problems.error(
          "database-without-credentials",
          where.of("apps", index, "database"),
          "the database is in `"
              + database.namespace().get()
              + "`, so the preview needs `credentials` to get its password",
          "name a ClusterSecretStore that reads that namespace, or use mode ephemeral");
    }
    switch (database) {
      case Database.Clone clone -> {
        checkInstance(clone.instance(), index, where, problems);
        if (clone.disableRoles().contains(clone.source().owner())) {
          problems.error(
              "owner-disabled",
              where.of("apps", index, "database", "disableRoles"),
              "`" + clone.source().owner() + "` owns the database and is also disabled",
              "take it off the list; its password is replaced on the clone anyway");
        }
      }
      case Database.Ephemeral own -> checkInstance(own.instance(), index, where, problems);
      case Database.Shared ignored -> {}
    }
  }

  private static void checkInstance(
      Instance instance, int index, Whereabouts where, Problems problems) {
    for (Map.Entry<String, String> request : instance.requests().entrySet()) {
      String limit = instance.limits().get(request.getKey());
      if (limit != null
          && Quantity.parse(request.getValue()).compareTo(Quantity.parse(limit)) > 0) {
        problems.error(
            "request-over-limit",
            where.of("apps", index, "database", "requests", request.getKey()),
            "the database requests "
                + request.getValue()
                + " "
                + request.getKey()
                + " and may use only "
                + limit,
            "raise the limit or lower the request");
      }
    }
  }
}
