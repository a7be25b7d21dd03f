package dev.mayfly.platform;

import dev.mayfly.diagnostic.Problems;
import dev.mayfly.platform.App.Bundle;
import java.util.List;
import java.util.Locale;

/** What each kind of bundle can be given. */
final class BundleLimits implements PlatformChecks.Check {
  @Override
  public void check(Platform platform, Whereabouts where, Problems problems) {
    List<App> apps = platform.apps();
    for (int i = 0; i < apps.size(); i++) {
      App app = apps.get(i);
      if (app.values().isPresent() && app.bundle().kind() != Bundle.Kind.HELM) {
        problems.error(
            "values-without-helm",
            where.of("apps", i, "values"),
            "`values` are for Helm bundles; this one is "
                + app.bundle().kind().name().toLowerCase(Locale.ROOT),
            "remove them, or use `bindings.config`");
      }
      if (!app.bundle().dependencies().isEmpty() && app.bundle().kind() != Bundle.Kind.HELM) {
        problems.error(
            "dependencies-without-helm",
            where.of("apps", i, "bundle", "dependencies"),
            "only a chart has `dependencies`; this bundle is "
                + app.bundle().kind().name().toLowerCase(Locale.ROOT),
            "remove them");
      }
      if (platform.gitops().isGenerator() && app.bundle().kind() == Bundle.Kind.HELM) {
        checkLocks(app, i, where, problems);
      }
    }
  }

  /** Argo CD reads value files inside the chart only, unless a third source is referred to. */
  private static void checkLocks(App app, int index, Whereabouts where, Problems problems) {
    for (int k = 0; k < app.images().size(); k++) {
      String lock = app.images().get(k).lock().orElse(app.bundle().path() + "/");
      if (!lock.startsWith(app.bundle().path() + "/")) {
        problems.error(
            "lock-outside-chart",
            where.of("apps", index, "images", k, "lock"),
            "the lock is a value file of the chart, so it must lie below `"
                + app.bundle().path()
                + "/`",
            "move it, or use `gitops.delivery: overlay`");
      }
    }
  }
}
