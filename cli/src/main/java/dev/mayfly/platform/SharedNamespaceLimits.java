package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import java.util.List;

/** What must not happen in a namespace that holds production. */
final class SharedNamespaceLimits implements PlatformChecks.Check {
  private static final String WAY_OUT =
      "use a Helm bundle that takes the names as values, or `namespace.strategy: manifest`";

  @Override
  public void check(Platform platform, SourcePositions where, Problems problems) {
    NamespacePolicy namespace = platform.namespace();
    if (!namespace.isShared()) {
      return;
    }
    if (!namespace.quota().isEmpty() || !namespace.limits().isEmpty()) {
      problems.add(
          Problem.warning(
              "shared-namespace-quota",
              where.of("namespace", namespace.quota().isEmpty() ? "limits" : "quota"),
              "a quota or limit of a shared namespace would bound production; none is rendered",
              "remove it, or use `namespace.strategy: manifest`"));
    }
    problems.add(
        Problem.warning(
            "shared-namespace",
            where.of("namespace", "strategy"),
            "previews share the namespace `"
                + namespace.sharedName().orElse("")
                + "` with whatever else runs there; only names and admission keep them apart",
            "prefer `namespace.strategy: manifest`"));
    if (platform.admission().undecided() == Admission.Undecided.WARN) {
      problems.error(
          "shared-namespace-undecided",
          where.of("admission", "undecided"),
          "a bundle that is not proven could reach production in the same namespace",
          "leave `undecided` out, or use `namespace.strategy: manifest`");
    }
    List<App> apps = platform.apps();
    for (int i = 0; i < apps.size(); i++) {
      checkBundle(apps.get(i), where.of("apps", i, "bundle", "kind"), problems);
    }
  }

  private static void checkBundle(App app, Location at, Problems problems) {
    AppBundle.Kind kind = app.bundle().kind();
    if (kind == AppBundle.Kind.DIRECTORY) {
      problems.error(
          "shared-namespace-directory",
          at,
          "the objects of a plain directory have the same names for every pull request",
          WAY_OUT);
    }
    boolean refersToOverlay = !app.bindings().isEmpty() || app.database().isPresent();
    if (kind == AppBundle.Kind.KUSTOMIZE && refersToOverlay) {
      problems.error(
          "shared-namespace-references",
          at,
          "a kustomize bundle cannot name the ConfigMaps and Secrets of one preview,"
              + " which carry its number here",
          WAY_OUT);
    }
  }
}
