package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.platform.StoreRef.Kind;
import java.util.List;

/**
 * A SecretStore serves its own namespace only, and a namespace that comes with the preview holds
 * none (External Secrets docs, "SecretStore").
 */
final class StorePlaces implements PlatformChecks.Check {
  @Override
  public void check(Platform platform, SourcePositions where, Problems problems) {
    if (platform.namespace().isShared()) {
      return;
    }
    List<App> apps = platform.apps();
    for (int i = 0; i < apps.size(); i++) {
      List<Bindings.SecretBinding> secrets = apps.get(i).bindings().secrets();
      for (int k = 0; k < secrets.size(); k++) {
        require(
            secrets.get(k).from().store(),
            where.of("apps", i, "bindings", "secrets", k, "kind"),
            problems);
      }
      Location at = where.of("apps", i, "database", "credentials", "kind");
      apps.get(i)
          .database()
          .flatMap(Database::credentials)
          .ifPresent(store -> require(store, at, problems));
    }
  }

  private static void require(StoreRef store, Location at, Problems problems) {
    if (store.kind() == Kind.SECRET_STORE) {
      problems.error(
          "store-elsewhere",
          at,
          "the SecretStore `" + store.name() + "` cannot be in a namespace that does not exist yet",
          "use a ClusterSecretStore, whose conditions say which namespaces it serves");
    }
  }
}
