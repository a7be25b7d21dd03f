package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.platform.StoreRef.Kind;
import java.util.List;

/**
 * A SecretStore serves its own namespace only, and a namespace that comes with the preview holds
 * none (External Secrets docs, "SecretStore").
 */
final class StorePlaces implements PlatformChecks.AppCheck {
  @Override
  public void check(Platform platform, App app, SourcePositions where, Problems problems) {
    if (platform.namespace().isShared()) {
      return;
    }
    List<Bindings.SecretBinding> secrets = app.bindings().secrets();
    for (int k = 0; k < secrets.size(); k++) {
      Location at = where.of("bindings", "secrets", k, "kind");
      require(secrets.get(k).from().store(), at, problems);
    }
    Location at = where.of("database", "credentials", "kind");
    app.database().flatMap(Database::credentials).ifPresent(store -> require(store, at, problems));
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
