package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.platform.NamespacePolicy.Strategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields that a target is too old for. An older CRD would prune them without a word, and what they
 * guard would be open.
 */
final class TargetLimits implements PlatformChecks.Check {
  @Override
  public void check(Platform platform, SourcePositions where, Problems problems) {
    Targets targets = platform.targets();
    boolean ownsNamespaces = platform.namespace().strategy() != Strategy.SHARED;
    if (!targets.argocd().isAtLeast(3, 0)) {
      problems.error(
          "target-argocd",
          where.of("targets", "argocd"),
          "Argo CD "
              + targets.argocd()
              + " tracks objects by a label, so the admission policy would know none of them",
          "3.0 is the first release that tracks by annotation; 3.3 permits namespaces by name");
    } else if (ownsNamespaces && !targets.argocd().isAtLeast(3, 3)) {
      problems.error(
          "target-argocd",
          where.of("targets", "argocd"),
          "Argo CD "
              + targets.argocd()
              + " drops the name from `clusterResourceWhitelist`,"
              + " so previews could own every namespace",
          "3.3 is the first release that keeps it; upgrade, or use `namespace.strategy: shared`");
    }
    if (!targets.kubernetes().isAtLeast(1, 30)) {
      problems.error(
          "target-kubernetes",
          where.of("targets", "kubernetes"),
          "Kubernetes " + targets.kubernetes() + " has no ValidatingAdmissionPolicy",
          "1.30 is the first release that serves it as v1");
    }
    List<App> apps = platform.apps();
    for (int i = 0; i < apps.size(); i++) {
      database(
          apps.get(i).database().orElse(null),
          targets.cloudNativePg(),
          where.of("apps", i, "database", "mode"),
          problems);
    }
    boolean routes =
        platform.exposure().byGateway().isPresent()
            || platform.argocd().webhook().flatMap(ArgoCd.Webhook::gateway).isPresent();
    if (routes && !targets.gatewayApi().isAtLeast(1, 0)) {
      problems.error(
          "target-gateway-api",
          where.of("targets", "gatewayApi"),
          "Gateway API " + targets.gatewayApi() + " has no HTTPRoute of version v1",
          "1.0 is the first release that serves it");
    } else if (platform.exposure().own().map(Entrance.Own::kind).orElse(null)
            == Entrance.Own.Kind.LISTENER_SET
        && !targets.gatewayApi().isAtLeast(1, 5)) {
      problems.error(
          "target-gateway-api",
          where.of("targets", "gatewayApi"),
          "Gateway API " + targets.gatewayApi() + " has no ListenerSet in its standard channel",
          "use `exposure.own.kind: gateway`");
    }
  }

  private static void database(
      @Nullable Database database, ReleaseLine target, Location at, Problems problems) {
    if (database instanceof Database.Shared && !target.isAtLeast(1, 30)) {
      problems.error(
          "target-cloudnative-pg",
          at,
          "CloudNativePG " + target + " has no DatabaseRole",
          "1.30 is the first release that has it; upgrade, or use mode ephemeral");
    } else if (database != null && !target.isAtLeast(1, 24)) {
      problems.error(
          "target-cloudnative-pg",
          at,
          "CloudNativePG " + target + " has no `managed.services` in a Cluster",
          "1.24 is the first release that has it");
    }
  }
}
