package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.kubernetes.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Defaults of containers that the API server refuses, and containers that it refuses because of
 * them: nobody may request more than their limit, and a limit that is not written is the default
 * (Kubernetes docs, "Limit Ranges").
 */
final class ContainerDefaults implements PlatformChecks.Check {
  @Override
  public void check(Platform platform, SourcePositions where, Problems problems) {
    NamespacePolicy namespace = platform.namespace();
    if (namespace.isShared()) {
      return;
    }
    Map<String, String> defaults = namespace.limits().defaults();
    namespace
        .limits()
        .defaultRequests()
        .forEach((resource, request) -> {
          String limit = defaults.get(resource);
          if (limit != null && Quantity.parse(request).isMoreThan(limit)) {
            problems.error(
                "default-request-over-limit",
                where.of("namespace", "limits", "defaultRequest", resource),
                "containers would request %s %s by default and may use only %s"
                    .formatted(request, resource, limit),
                "raise the default limit or lower the default request");
          }
        });
    List<App> apps = platform.apps();
    for (int i = 0; i < apps.size(); i++) {
      Optional<Database> database = apps.get(i).database();
      if (database.isPresent() && database.get().namespace().isEmpty()) {
        Location at = where.of("apps", i, "database", "requests");
        database
            .get()
            .instance()
            .ifPresent(
                own -> requests("database", own.requests(), own.limits(), defaults, at, problems));
      }
      Location at = where.of("apps", i, "database", "migrationCheck", "requests");
      database
          .flatMap(Database::migrationCheck)
          .ifPresent(check ->
              requests(
                  "migration check", check.requests(), check.limits(), defaults, at, problems));
    }
  }

  private static void requests(
      String what,
      Map<String, String> requests,
      Map<String, String> limits,
      Map<String, String> defaults,
      Location at,
      Problems problems) {
    requests.forEach((resource, request) -> {
      String limit = defaults.get(resource);
      if (limit != null
          && !limits.containsKey(resource)
          && Quantity.parse(request).isMoreThan(limit)) {
        problems.error(
            "request-over-default-limit",
            at,
            "the %s requests %s %s and gets the namespace's default limit of %s"
                .formatted(what, request, resource, limit),
            "give it a limit of its own, under `limits`");
      }
    });
  }
}
